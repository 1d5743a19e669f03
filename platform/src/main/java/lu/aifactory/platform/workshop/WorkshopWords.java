package lu.aifactory.platform.workshop;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.usecase.TextProposal;

/// Dates, people and places of a workshop in words of one language. Templates call what is public.
record WorkshopWords(Texts texts, Locale language) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  String say(String key, Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }

  /// "Sunday 28 March 2027, 01:30", with the word for winter or summer where the clock shows it twice.
  public String moment(WallTime time) {
    var said = say("workshop.moment", "@" + time.at().toLocalDate(), CLOCK.format(time.at()));
    return WallTime.shown(time.at(), time.zone()) == WallTime.Shown.TWICE
        ? said + " " + say(time.second() ? "workshop.clock.second" : "workshop.clock.first")
        : said;
  }

  /// From when to when; with the day of the end only where it is another one.
  public String span(WallTime start, int minutes) {
    var end = start.plusMinutes(minutes);
    var until =
        end.at().toLocalDate().equals(start.at().toLocalDate())
            ? CLOCK.format(end.at())
            : moment(end);
    return say("workshop.span", moment(start), until);
  }

  public String day(LocalDate day) {
    return say("workshop.day", "@" + day);
  }

  /// How long: "1 h 30 min".
  public String length(int minutes) {
    if (minutes < 60) return say("workshop.minutes", minutes);
    return minutes % 60 == 0
        ? say("workshop.hours", minutes / 60)
        : say("workshop.hours-minutes", minutes / 60, minutes % 60);
  }

  /// Which field of the document a text is for.
  public String place(TextProposal.Place place) {
    return place(place.section(), place.field());
  }

  public String place(String section, String field) {
    return say("usecase.section." + section)
        + " › "
        + say("usecase.field." + section + "." + field);
  }
}
