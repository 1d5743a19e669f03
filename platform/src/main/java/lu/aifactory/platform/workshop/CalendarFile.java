package lu.aifactory.platform.workshop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One appointment as a file that calendars read (RFC 5545), as an invitation, a change of it, a cancellation (RFC 5546),
/// or to take away. Moments are written in UTC, so that no calendar has to know when clocks change here.
record CalendarFile(
    Method method,
    String uid,
    int sequence,
    Instant stamp,
    Instant start,
    Instant end,
    String title,
    String description,
    String location,
    @Nullable String link,
    Someone organiser,
    List<Someone> attendees) {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LONGEST_LINE = 75;

  /// What the file says to a calendar.
  enum Method {
    /// It was invited, or something changed.
    REQUEST,
    /// It is called off.
    CANCEL,
    /// It may be taken over; nobody is asked for an answer.
    PUBLISH
  }

  /// A person as calendars know them.
  record Someone(String name, String email) {}

  /// The file.
  byte[] bytes() {
    var out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//AI Factory//One-Stop Shop//EN");
    line(out, "CALSCALE:GREGORIAN");
    line(out, "METHOD:" + method);
    line(out, "BEGIN:VEVENT");
    line(out, "UID:" + text(uid));
    line(out, "DTSTAMP:" + UTC.format(stamp));
    line(out, "SEQUENCE:" + sequence);
    line(out, "STATUS:" + (method == Method.CANCEL ? "CANCELLED" : "CONFIRMED"));
    line(out, "DTSTART:" + UTC.format(start));
    line(out, "DTEND:" + UTC.format(end));
    line(out, "SUMMARY:" + text(title));
    textLine(out, "DESCRIPTION", description);
    textLine(out, "LOCATION", location);
    if (link != null) line(out, "URL:" + withoutBreaks(link));
    line(out, "ORGANIZER;CN=" + parameter(organiser.name()) + ":mailto:" + organiser.email());
    if (method != Method.PUBLISH) {
      attendees.forEach(one -> line(out, attendee(one)));
    }
    line(out, "END:VEVENT");
    line(out, "END:VCALENDAR");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String attendee(Someone one) {
    var asked =
        method == Method.REQUEST ? ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : "";
    return "ATTENDEE;CN=" + parameter(one.name()) + asked + ":mailto:" + one.email();
  }

  private static void textLine(StringBuilder out, String name, String value) {
    if (!value.isBlank()) line(out, name + ":" + text(value));
  }

  /// A value: what has a meaning of its own is written with a backslash in front, a new line as `\n`.
  private static String text(String value) {
    return printable(value.replace("\r\n", "\n").replace('\r', '\n'))
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n");
  }

  /// A parameter stands in quotes; what cannot stand there is written with a circumflex in front (RFC 6868).
  private static String parameter(String value) {
    var plain =
        printable(value.replaceAll("\\R", "\n"))
            .replace("^", "^^")
            .replace("\n", "^n")
            .replace("\"", "^'");
    return '"' + plain + '"';
  }

  private static String withoutBreaks(String value) {
    return printable(value.replaceAll("\\R", " "));
  }

  private static String printable(String value) {
    return value.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
  }

  /// A line is at most 75 bytes long and goes on in the next one, after a blank; no character is cut in two.
  private static void line(StringBuilder out, String line) {
    int length = 0;
    for (int at = 0; at < line.length(); ) {
      var point = line.codePointAt(at);
      var bytes = utf8Length(point);
      if (length + bytes > LONGEST_LINE) {
        out.append("\r\n ");
        length = 1;
      }
      out.appendCodePoint(point);
      length += bytes;
      at += Character.charCount(point);
    }
    out.append("\r\n");
  }

  private static int utf8Length(int point) {
    if (point < 0x80) return 1;
    if (point < 0x800) return 2;
    return point < 0x10000 ? 3 : 4;
  }
}
