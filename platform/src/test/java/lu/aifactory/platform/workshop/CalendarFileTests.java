package lu.aifactory.platform.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lu.aifactory.platform.shared.Today;
import lu.aifactory.platform.workshop.CalendarFile.Method;
import lu.aifactory.platform.workshop.CalendarFile.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What another library reads from our files is what we meant.
class CalendarFileTests {

  private static final Instant STAMP = Instant.parse("2027-01-05T10:15:30Z");

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @Test
  void isWrittenLineByLineAsTheStandardSays() {
    var file =
        new CalendarFile(
            Method.REQUEST,
            "1@workshop.aifactory",
            2,
            STAMP,
            Instant.parse("2027-03-28T07:00:00Z"),
            Instant.parse("2027-03-28T08:30:00Z"),
            "Data; what, and where",
            "First line\nSecond \\ line",
            "",
            null,
            new Someone("Adam \"Ad\" Advisor", "adam@example.lu"),
            List.of(new Someone("Jeanne", "jeanne@example.lu")));

    assertThat(text(file).replace("\r\n ", "").split("\r\n"))
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//AI Factory//One-Stop Shop//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:REQUEST",
            "BEGIN:VEVENT",
            "UID:1@workshop.aifactory",
            "DTSTAMP:20270105T101530Z",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "DTSTART:20270328T070000Z",
            "DTEND:20270328T083000Z",
            "SUMMARY:Data\\; what\\, and where",
            "DESCRIPTION:First line\\nSecond \\\\ line",
            "ORGANIZER;CN=\"Adam ^'Ad^' Advisor\":mailto:adam@example.lu",
            "ATTENDEE;CN=\"Jeanne\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:jeanne@example.lu",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anotherLibraryReadsWhatWasMeant(int seed) {
    var random = new Random(seed);
    var start = STAMP.plusSeconds(60L * random.nextInt(1_000_000));
    var file =
        new CalendarFile(
            Method.REQUEST,
            seed + "@workshop.aifactory",
            random.nextInt(20),
            STAMP,
            start,
            start.plusSeconds(60L * (15 + random.nextInt(700))),
            words(random, 1 + random.nextInt(200)),
            words(random, 1 + random.nextInt(2000)),
            words(random, 1 + random.nextInt(300)),
            "https://meet.example.lu/" + seed,
            new Someone(words(random, 40), "planner@example.lu"),
            List.of(
                new Someone(words(random, 90), "a@example.lu"),
                new Someone(words(random, 9), "b@example.lu")));

    var event = read(file);

    assertThat(event.getUid().getValue()).as("seed %s", seed).isEqualTo(file.uid());
    assertThat(event.getSequence().getValue()).isEqualTo(file.sequence());
    assertThat(event.getDateStart().getValue()).isEqualTo(Date.from(file.start()));
    assertThat(event.getDateEnd().getValue()).isEqualTo(Date.from(file.end()));
    assertThat(event.getSummary().getValue()).isEqualTo(file.title());
    assertThat(event.getDescription().getValue()).isEqualTo(file.description());
    assertThat(event.getLocation().getValue()).isEqualTo(file.location());
    assertThat(event.getOrganizer().getEmail()).isEqualTo("planner@example.lu");
    assertThat(event.getOrganizer().getCommonName()).isEqualTo(file.organiser().name());
    assertThat(event.getAttendees()).hasSize(2);
    assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo("a@example.lu");
    assertThat(event.getAttendees().getFirst().getParticipationStatus())
        .isEqualTo(ParticipationStatus.NEEDS_ACTION);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noLineIsLongerThanSeventyFiveBytesAndNoCharacterIsCut(int seed) {
    var random = new Random(seed);
    var file = appointment(Method.REQUEST, words(random, 1 + random.nextInt(400)));

    var text = text(file);
    assertThat(text).doesNotContain("\uFFFD");
    assertThat(Stream.of(text.split("\r\n")))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aCancellationSaysSoAndAFileToTakeAwayAsksNobody(Method method) {
    var file = appointment(method, "Data");
    var calendar = Biweekly.parse(text(file)).first();

    assertThat(calendar.getMethod().getValue()).isEqualTo(method.name());
    var event = calendar.getEvents().getFirst();
    assertThat(event.getStatus().isCancelled()).isEqualTo(method == Method.CANCEL);
    assertThat(event.getAttendees().isEmpty()).isEqualTo(method == Method.PUBLISH);
    var warnings = calendar.validate(ICalVersion.V2_0);
    assertThat(warnings.isEmpty()).as("%s", warnings).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-28T01:30, false, 120, 20270328T003000Z, 20270328T023000Z",
    "2027-10-31T02:30, false, 60, 20271031T003000Z, 20271031T013000Z",
    "2027-10-31T02:30, true, 60, 20271031T013000Z, 20271031T023000Z"
  })
  void aNightInWhichTheClocksChangeIsWrittenAsItIs(
      LocalDateTime at, boolean second, int minutes, String start, String end) {
    var date = new WallTime(at, Today.LUXEMBOURG, second);
    var file = file(Method.REQUEST, "Night", date.moment(), date.plusMinutes(minutes).moment());

    assertThat(text(file)).contains("DTSTART:" + start, "DTEND:" + end);
    assertThat(
            read(file).getDateEnd().getValue().getTime()
                - read(file).getDateStart().getValue().getTime())
        .isEqualTo(60_000L * minutes);
  }

  private static CalendarFile appointment(Method method, String title) {
    return file(method, title, STAMP, STAMP.plusSeconds(3600));
  }

  private static CalendarFile file(Method method, String title, Instant start, Instant end) {
    return new CalendarFile(
        method,
        "1@workshop.aifactory",
        0,
        STAMP,
        start,
        end,
        title,
        title,
        title,
        null,
        new Someone(title, "adam@example.lu"),
        List.of(new Someone(title, "jeanne@example.lu")));
  }

  private static VEvent read(CalendarFile file) {
    return Biweekly.parse(text(file)).first().getEvents().getFirst();
  }

  private static String text(CalendarFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  /// Letters of one to four bytes, and everything that has a meaning in such a file; nothing blank at the ends.
  private static String words(Random random, int length) {
    var signs = "abcdefgh éäëüß€–“”😀🥐,;:\\\"^nN\n";
    var points = signs.codePoints().toArray();
    var text = new StringBuilder("x");
    while (text.length() < length) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.append('x').toString();
  }
}
