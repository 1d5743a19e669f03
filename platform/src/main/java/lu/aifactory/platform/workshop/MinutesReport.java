package lu.aifactory.platform.workshop;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.documents.Report;
import lu.aifactory.platform.documents.ReportHead;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Today;
import lu.aifactory.platform.usecase.TextProposal;
import org.springframework.stereotype.Component;

/// The minutes as a report, for the page and the sealed PDF.
@Component
class MinutesReport {

  /// A person with whether they were there.
  record Attendance(String name, String side, String there) {}

  /// A decision in words.
  record Line(String what, String who, String until) {}

  /// A proposed text.
  record Text(String place, String text) {}

  private final Texts texts;
  private final Journey journey;
  private final CurrentPerson current;
  private final Clock clock;

  MinutesReport(Texts texts, Journey journey, CurrentPerson current, Clock clock) {
    this.texts = texts;
    this.journey = journey;
    this.current = current;
    this.clock = clock;
  }

  Report of(Workshop workshop, Notes notes, List<TextProposal> proposed, Locale language) {
    var words = new WorkshopWords(texts, language);
    var date = workshop.date();
    var when = date == null ? words.say("workshop.no-date") : words.span(date, workshop.minutes());
    var model = new HashMap<String, Object>();
    model.put("back", Invitations.page(workshop));
    model.put("when", when);
    model.put("where", where(workshop));
    model.put("state", words.say("workshop.state." + workshop.state().code()));
    model.put("purpose", workshop.purpose());
    model.put(
        "agenda",
        workshop.agenda().stream()
            .map(item -> new Text(words.length(item.minutes()), item.text()))
            .toList());
    model.put(
        "people",
        workshop.participants().stream()
            .map(one ->
                new Attendance(
                    one.name(),
                    words.say("workshop.side." + one.side().code()),
                    one.attended() == null
                        ? ""
                        : words.say(one.attended() ? "workshop.there" : "workshop.not-there")))
            .toList());
    model.put("notes", notes.text().lines().filter(line -> !line.isBlank()).toList());
    model.put(
        "decisions",
        workshop.decisions().stream()
            .map(one ->
                new Line(
                    one.what(),
                    one.person() == null
                        ? words.say("journey.side." + one.side().code())
                        : one.person(),
                    one.until() == null ? "" : words.day(one.until())))
            .toList());
    model.put(
        "proposed",
        proposed.stream()
            .map(one -> new Text(words.place(one.section(), one.field()), one.text()))
            .toList());
    var organisation =
        current.asSystem(
            "workshop", () -> journey.engagement(workshop.engagement()).organisationName());
    var head =
        new ReportHead(
            workshop.title(),
            words.say("workshop.minutes.subtitle"),
            organisation,
            when,
            date == null ? Today.of(clock) : date.at().toLocalDate());
    return new Report("workshop/minutes", language, head, model);
  }

  static String where(Workshop workshop) {
    return workshop.place().isEmpty() || workshop.link().isEmpty()
        ? workshop.place() + workshop.link()
        : workshop.place() + " · " + workshop.link();
  }
}
