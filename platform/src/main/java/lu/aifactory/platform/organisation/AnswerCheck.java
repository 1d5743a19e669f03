package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks typed answers and brings them into one form: amounts and numbers without separators, texts stripped.
@Component
class AnswerCheck {

  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 200;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MOST_PEOPLE = BigDecimal.valueOf(10_000_000);
  private static final BigDecimal MOST_EUROS = BigDecimal.valueOf(9_999_999_999_999L);
  private static final int DECIMALS = 2;
  private static final int LARGEST_EXPONENT = 13;

  private final Terms terms;

  AnswerCheck(Terms terms) {
    this.terms = terms;
  }

  /// The checked answers, or what is wrong with them.
  sealed interface Checked {
    record Right(Map<String, String> answers) implements Checked {}

    record Wrong(List<Fault> faults) implements Checked {}
  }

  /// Checks some answers of a path. A blank one takes an answer away; where it is required that is a fault.
  Checked check(Profile profile, Map<String, String> typed, LocalDate today) {
    var answers = new TreeMap<>(profile.answers());
    var faults = new ArrayList<Fault>();
    typed.forEach((name, value) -> {
      var question = Paths.find(profile.kind(), name);
      if (question.isEmpty()) {
        faults.add(new Fault(name, "organisation.fault.unknown"));
        return;
      }
      // The one character that no database holds.
      var text = value.replace("\0", "").strip();
      var right = text.isEmpty() ? Optional.of("") : read(question.get(), text, today);
      right.ifPresentOrElse(
          answer -> answers.put(name, answer),
          () -> faults.add(new Fault(name, faultOf(question.get()))));
    });
    answers.values().removeIf(String::isEmpty);
    if (typed.containsKey("year") || typed.containsKey("accounts")) {
      checkClosedYear(profile.kind(), answers, today).ifPresent(faults::add);
    }
    for (var question : Paths.of(profile.kind())) {
      if (!question.isAsked(answers)) {
        answers.remove(question.name());
      } else if (question.required() && isLeftBlank(typed, question)) {
        faults.add(new Fault(question.name(), "organisation.fault.required"));
      }
    }
    return faults.isEmpty() ? new Checked.Right(answers) : new Checked.Wrong(faults);
  }

  // A year that has not begun is closed nowhere; it can only be estimated.
  private static Optional<Fault> checkClosedYear(
      Kind kind, Map<String, String> answers, LocalDate today) {
    var year = answers.getOrDefault("year", "");
    var estimate = Profile.isEstimate(kind, answers.getOrDefault("accounts", ""));
    return !estimate && !year.isEmpty() && Integer.parseInt(year) > today.getYear()
        ? Optional.of(new Fault("year", "organisation.fault.closed-year"))
        : Optional.empty();
  }

  private static boolean isLeftBlank(Map<String, String> typed, Question question) {
    var value = typed.get(question.name());
    return value != null && value.isBlank();
  }

  private static String faultOf(Question question) {
    return "organisation.fault." + question.type().name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> read(Question question, String text, LocalDate today) {
    return switch (question.type()) {
      case TEXT -> {
        var longest = question.name().equals("name") ? LONGEST_NAME : LONGEST;
        yield text.length() <= longest ? Optional.of(text) : Optional.empty();
      }
      case CHOICE -> Optional.of(text).filter(question.choices()::contains);
      case TERM ->
          Optional.of(text).filter(code -> terms.mayBeChosen(question.choices().getFirst(), code));
      case NUMBER ->
          number(text).filter(n -> n.compareTo(MOST_PEOPLE) <= 0).map(BigDecimal::toPlainString);
      case AMOUNT -> amount(text).map(BigDecimal::toPlainString);
      case PERCENT ->
          number(text.replace("%", "").strip())
              .filter(n -> n.compareTo(HUNDRED) <= 0)
              .map(BigDecimal::toPlainString);
      case YEAR -> year(text, today);
      case DAY -> day(text);
    };
  }

  /// A number of people or per cent: thousands may be set apart, at most two decimals.
  static Optional<BigDecimal> number(String text) {
    var plain = ungrouped(text).replace(',', '.');
    return plain.matches("\\d{1,9}(\\.\\d{1,2})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  /// An amount in whole euros: thousands may be set apart, cents are cut off.
  static Optional<BigDecimal> amount(String text) {
    var plain = ungrouped(text.replace("€", "").replace("EUR", "").strip());
    return plain.matches("\\d{1,13}([.,]\\d{1,2})?")
        ? Optional.of(new BigDecimal(plain.replaceFirst("[.,].*", "")))
        : Optional.empty();
  }

  private static String ungrouped(String text) {
    var tight = text.replaceAll("[\\s\\u00a0\\u202f'’]", "");
    return tight.matches("\\d{1,3}([.,])\\d{3}(\\1\\d{3})*") ? tight.replaceAll("[.,]", "") : tight;
  }

  private static Optional<String> year(String text, LocalDate today) {
    if (!text.matches("\\d{4}")) return Optional.empty();
    var year = Integer.parseInt(text);
    return year >= today.getYear() - 3 && year <= today.getYear() + 3
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<String> day(String text) {
    try {
      var day = LocalDate.parse(text);
      return day.getYear() >= 1800 && day.getYear() <= 2100
          ? Optional.of(day.toString())
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// What is wrong with a group.
  List<Fault> checkGroup(List<Enterprise> group) {
    if (group.stream().anyMatch(Objects::isNull)) {
      return List.of(new Fault("group", "organisation.fault.no-enterprise"));
    }
    var faults = new ArrayList<Fault>();
    for (var enterprise : group) {
      var isPartner = enterprise.relation() == Enterprise.Relation.PARTNER;
      if (enterprise.name().isBlank() || enterprise.name().length() > LONGEST_NAME) {
        faults.add(new Fault("enterpriseName", "organisation.fault.name"));
      }
      if (!isWithin(enterprise.share(), HUNDRED)) {
        faults.add(new Fault("share", "organisation.fault.percent"));
        continue;
      }
      if (isPartner && isOutside(enterprise.share(), 25, 50)) {
        faults.add(new Fault("share", "organisation.fault.partner-share"));
      }
      checkFigures(enterprise.last(), "", faults);
      checkFigures(enterprise.before(), "Before", faults);
    }
    if (group.size() > 100) faults.add(new Fault("enterpriseName", "organisation.fault.group"));
    return faults;
  }

  private static boolean isOutside(BigDecimal value, int low, int high) {
    return value.compareTo(BigDecimal.valueOf(low)) < 0
        || value.compareTo(BigDecimal.valueOf(high)) > 0;
  }

  private static void checkFigures(@Nullable Figures figures, String suffix, List<Fault> faults) {
    if (figures == null) return;
    if (!isWithin(figures.headcount(), MOST_PEOPLE)) {
      faults.add(new Fault("headcount" + suffix, "organisation.fault.number"));
    }
    if (!isWithin(figures.turnover(), MOST_EUROS)) {
      faults.add(new Fault("turnover" + suffix, "organisation.fault.amount"));
    }
    if (!isWithin(figures.balance(), MOST_EUROS)) {
      faults.add(new Fault("balance" + suffix, "organisation.fault.amount"));
    }
  }

  // The exponent too: adding something to 1e600000000, or to a zero written so, fills the memory
  // with digits.
  private static boolean isWithin(BigDecimal number, BigDecimal most) {
    return number.scale() <= DECIMALS
        && number.scale() >= -LARGEST_EXPONENT
        && number.signum() >= 0
        && number.compareTo(most) <= 0;
  }
}
