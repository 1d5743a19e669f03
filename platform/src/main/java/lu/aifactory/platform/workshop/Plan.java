package lu.aifactory.platform.workshop;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.UseCaseId;
import org.jspecify.annotations.Nullable;

/// What somebody plans: what for, where, with whom, and one fixed date or up to three to choose from.
///
/// @param dates in the order in which they are offered
public record Plan(
    String title,
    String purpose,
    @Nullable UseCaseId useCase,
    String place,
    String link,
    int minutes,
    List<Workshop.Item> agenda,
    Set<AccountId> people,
    List<WallTime> dates) {

  static final int MOST_DATES = 3;
  static final int MOST_ITEMS = 30;
  static final int LONGEST_TITLE = 200;
  static final int LONGEST_TEXT = 2000;
  static final int LONGEST_LINE = 300;
  static final int SHORTEST = 15;
  static final int LONGEST = 12 * 60;

  /// Takes blanks around texts away and copies the lists.
  public Plan {
    title = title.strip();
    purpose = purpose.strip();
    place = place.strip();
    link = link.strip();
    agenda = List.copyOf(agenda);
    people = new LinkedHashSet<>(people);
    dates = List.copyOf(dates);
  }

  /// What does not fit; dates that were there before may lie in the past.
  List<Fault> faults(Instant now, List<WallTime> before) {
    var faults = new ArrayList<Fault>();
    if (title.isEmpty()) faults.add(new Fault("title", "workshop.fault.title"));
    tooLong(faults, "title", title, LONGEST_TITLE);
    tooLong(faults, "purpose", purpose, LONGEST_TEXT);
    tooLong(faults, "place", place, LONGEST_LINE);
    tooLong(faults, "link", link, LONGEST_LINE);
    if (place.isEmpty() && link.isEmpty()) {
      faults.add(new Fault("place", "workshop.fault.where"));
    }
    if (!link.isEmpty() && !isWebAddress(link)) {
      faults.add(new Fault("link", "workshop.fault.link"));
    }
    if (minutes < SHORTEST || minutes > LONGEST) {
      faults.add(new Fault("minutes", "workshop.fault.minutes", List.of(SHORTEST, LONGEST)));
    }
    if (people.isEmpty()) faults.add(new Fault("people", "workshop.fault.people"));
    agendaFaults(faults);
    dateFaults(faults, now, before);
    return faults;
  }

  private void agendaFaults(List<Fault> faults) {
    if (agenda.size() > MOST_ITEMS) {
      faults.add(new Fault("agenda", "workshop.fault.items", List.of(MOST_ITEMS)));
    }
    for (int at = 0; at < agenda.size(); at++) {
      var item = agenda.get(at);
      if (item.text().isBlank() || item.text().length() > LONGEST_LINE) {
        faults.add(
            new Fault("agenda." + at + ".text", "workshop.fault.item", List.of(LONGEST_LINE)));
      }
      if (item.minutes() < 0 || item.minutes() > LONGEST) {
        faults.add(
            new Fault("agenda." + at + ".minutes", "workshop.fault.minutes", List.of(0, LONGEST)));
      }
    }
  }

  private void dateFaults(List<Fault> faults, Instant now, List<WallTime> before) {
    if (dates.isEmpty()) faults.add(new Fault("date.1", "workshop.fault.date"));
    if (dates.size() > MOST_DATES) {
      faults.add(new Fault("date.3", "workshop.fault.dates", List.of(MOST_DATES)));
    }
    var seen = new ArrayList<Instant>();
    for (int at = 0; at < dates.size(); at++) {
      var date = dates.get(at);
      var field = "date." + (at + 1);
      if (WallTime.shown(date.at(), date.zone()) == WallTime.Shown.NEVER) {
        faults.add(new Fault(field, "workshop.fault.never", List.of(date.at().toLocalTime())));
      } else if (seen.contains(date.moment())) {
        faults.add(new Fault(field, "workshop.fault.same-date"));
      } else if (!date.moment().isAfter(now) && !before.contains(date)) {
        faults.add(new Fault(field, "workshop.fault.past"));
      }
      seen.add(date.moment());
    }
  }

  private static void tooLong(List<Fault> faults, String field, String text, int most) {
    if (text.length() > most) faults.add(new Fault(field, "workshop.fault.long", List.of(most)));
    if (text.chars().anyMatch(one -> one < ' ' && one != '\n' && one != '\r' && one != '\t')) {
      faults.add(new Fault(field, "workshop.fault.characters"));
    }
  }

  private static boolean isWebAddress(String link) {
    try {
      var uri = new URI(link);
      return uri.getHost() != null && List.of("https", "http").contains(uri.getScheme());
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
