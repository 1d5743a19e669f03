package lu.aifactory.platform.workshop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Today;
import lu.aifactory.platform.usecase.UseCaseId;
import lu.aifactory.platform.workshop.OpenQuestions.OpenQuestion;
import lu.aifactory.platform.workshop.Workshop.Item;
import org.jspecify.annotations.Nullable;

/// The form in which a workshop is planned. Rows of the agenda are added and taken away by sending it, so it needs no
/// script.
record PlanForm(Form form) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final int QUESTION_MINUTES = 10;
  private static final int MOST_QUESTIONS = 12;

  /// A plan, and what was typed that is none.
  record Read(Plan plan, List<Fault> faults) {}

  /// The form for a workshop that is there.
  static PlanForm of(Workshop workshop) {
    var values = new LinkedHashMap<String, List<String>>();
    values.put("title", List.of(workshop.title()));
    values.put("purpose", List.of(workshop.purpose()));
    values.put("place", List.of(workshop.place()));
    values.put("link", List.of(workshop.link()));
    values.put("minutes", List.of(String.valueOf(workshop.minutes())));
    values.put("version", List.of(String.valueOf(workshop.version())));
    if (workshop.useCase() != null) {
      values.put("useCase", List.of(workshop.useCase().value().toString()));
    }
    values.put(
        "people",
        workshop.participants().stream().map(one -> one.account().value().toString()).toList());
    var form = new PlanForm(Form.of(values)).withItems(workshop.agenda());
    var dates =
        workshop.date() == null
            ? workshop.proposed().stream().map(Workshop.Proposed::at).toList()
            : List.of(workshop.date());
    return form.withDates(dates);
  }

  /// The form for a new one, with everybody of the case and what is open on its agenda.
  static PlanForm blank(UUID id, List<Workshop.Participant> guests, List<OpenQuestion> open) {
    var values = new LinkedHashMap<String, List<String>>();
    values.put("id", List.of(id.toString()));
    values.put("minutes", List.of("90"));
    values.put(
        "people",
        guests.stream()
            .filter(one -> one.side() != Workshop.Side.EXPERT)
            .map(one -> one.account().value().toString())
            .toList());
    return new PlanForm(Form.of(values)).withItems(items(open));
  }

  static List<Item> items(List<OpenQuestion> open) {
    return open.stream()
        .limit(MOST_QUESTIONS)
        .map(one ->
            new Item(
                one.text().substring(0, Math.min(one.text().length(), Plan.LONGEST_LINE)),
                QUESTION_MINUTES))
        .toList();
  }

  private PlanForm withDates(List<WallTime> dates) {
    var changed = form;
    for (int at = 0; at < dates.size(); at++) {
      var date = dates.get(at);
      var number = at + 1;
      changed =
          changed
              .with("date." + number, date.at().toLocalDate())
              .with("time." + number, CLOCK.format(date.at()));
      if (isTwice(date.at())) {
        changed = changed.with("clock." + number, date.second() ? "second" : "first");
      }
    }
    return new PlanForm(changed);
  }

  private PlanForm withItems(List<Item> items) {
    var values = new LinkedHashMap<>(form.values());
    values.keySet().removeIf(name -> name.startsWith("agenda."));
    for (int at = 0; at < items.size(); at++) {
      values.put("agenda." + at + ".text", List.of(items.get(at).text()));
      values.put("agenda." + at + ".minutes", List.of(String.valueOf(items.get(at).minutes())));
    }
    return new PlanForm(new Form(values, form.faults()));
  }

  /// How many rows the agenda shows.
  int rows() {
    return Math.max(1, rowsTyped());
  }

  private int rowsTyped() {
    return form.values().keySet().stream()
        .filter(name -> name.matches("agenda\\.\\d{1,2}\\.(text|minutes)"))
        .mapToInt(name -> Integer.parseInt(name.split("\\.")[1]) + 1)
        .max()
        .orElse(0);
  }

  /// The form after a press on a button that adds or takes away a row, or fills in what is open.
  Optional<PlanForm> moved(List<OpenQuestion> open) {
    if (form.values().containsKey("add")) {
      return Optional.of(new PlanForm(form.with("agenda." + rows() + ".text", "")));
    }
    if (form.values().containsKey("fill")) {
      var kept = new ArrayList<>(typedItems());
      kept.removeIf(item -> item.text().isBlank());
      items(open).stream()
          .filter(item -> kept.stream().noneMatch(old -> old.text().equals(item.text())))
          .forEach(kept::add);
      return Optional.of(withItems(kept));
    }
    var remove = form.value("remove");
    if (!remove.matches("\\d{1,2}")) return Optional.empty();
    var kept = new ArrayList<>(typedItems());
    if (Integer.parseInt(remove) < kept.size()) kept.remove(Integer.parseInt(remove));
    return Optional.of(withItems(kept));
  }

  private List<Item> typedItems() {
    return IntStream.range(0, rowsTyped())
        .mapToObj(row ->
            new Item(
                form.value("agenda." + row + ".text").strip(),
                number(form.value("agenda." + row + ".minutes"))))
        .toList();
  }

  /// Numbers of the dates whose time the clock shows twice, so that the form asks which is meant.
  Set<Integer> twice() {
    var numbers = new LinkedHashSet<Integer>();
    for (int number = 1; number <= Plan.MOST_DATES; number++) {
      if (time(number, new ArrayList<>()) instanceof LocalDateTime at && isTwice(at)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  Read read() {
    var faults = new ArrayList<Fault>();
    var dates = new ArrayList<WallTime>();
    for (int number = 1; number <= Plan.MOST_DATES; number++) {
      var at = time(number, faults);
      if (at == null) continue;
      var clock = form.value("clock." + number);
      if (isTwice(at) && !Set.of("first", "second").contains(clock)) {
        faults.add(new Fault("date." + number, "workshop.fault.twice", List.of(CLOCK.format(at))));
      }
      dates.add(new WallTime(at, zone(), clock.equals("second")));
    }
    var people = new LinkedHashSet<AccountId>();
    form.all("people").forEach(one -> id(one).map(AccountId::new).ifPresent(people::add));
    var useCase = id(form.value("useCase")).map(UseCaseId::new).orElse(null);
    var items = typedItems().stream().filter(item -> !item.text().isEmpty()).toList();
    return new Read(
        new Plan(
            form.value("title"),
            form.value("purpose"),
            useCase,
            form.value("place"),
            form.value("link"),
            number(form.value("minutes")),
            items,
            people,
            dates),
        faults);
  }

  private @Nullable LocalDateTime time(int number, List<Fault> faults) {
    var day = form.value("date." + number);
    var clock = form.value("time." + number);
    if (day.isBlank() && clock.isBlank()) return null;
    try {
      return LocalDate.parse(day).atTime(LocalTime.parse(clock)).withSecond(0).withNano(0);
    } catch (DateTimeException _) {
      faults.add(new Fault("date." + number, "workshop.fault.day"));
      return null;
    }
  }

  private static boolean isTwice(LocalDateTime at) {
    return WallTime.shown(at, zone()) == WallTime.Shown.TWICE;
  }

  static ZoneId zone() {
    return Today.LUXEMBOURG;
  }

  private static int number(String typed) {
    return typed.strip().matches("\\d{1,4}")
        ? Integer.parseInt(typed.strip())
        : typed.isBlank() ? 0 : -1;
  }

  static Optional<UUID> id(String typed) {
    try {
      return typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
