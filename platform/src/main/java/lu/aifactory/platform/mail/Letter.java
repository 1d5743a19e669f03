package lu.aifactory.platform.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a letter says, as message keys, so that it is worded in the language of whoever reads it. Its first sentence is
/// the subject.
///
/// @param link where to go on: a path in the portal, or null
/// @param sections further lines under headings, for a letter about several things
/// @param settings the page on which its reader chooses what they get, or null where nothing can be chosen
/// @param unsubscribe the path that ends such letters with one click (RFC 8058), or null
/// @param event the appointment that it brings, or null
public record Letter(
    Kind kind,
    String message,
    List<String> arguments,
    @Nullable String link,
    List<Section> sections,
    @Nullable String settings,
    @Nullable String unsubscribe,
    @Nullable Event event) {

  public Letter {
    arguments = List.copyOf(arguments);
    sections = List.copyOf(sections);
    if (link != null && !isOurs(link))
      throw new IllegalArgumentException("A letter leads to a page of ours");
  }

  // Where a link names a host, that is left out when the letter is written.
  private static boolean isOurs(String link) {
    return (link.startsWith("/") && !link.startsWith("//")) || link.matches("https?://[^/]+/.*");
  }

  /// What a letter is for. Who sees the outgoing letters sees this, and not what they say.
  public enum Kind {
    /// About somebody's own account; cannot be switched off, and goes before all others.
    PERSONAL,
    INVITATION,
    NOTICE,
    DIGEST,
    /// Brings an appointment, or calls it off.
    APPOINTMENT,
    /// Answers somebody who wrote to the factory.
    REPLY,
    TEST;

    /// As it is stored and chosen in lists.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Lines under a heading.
  public record Section(String heading, List<String> arguments, List<Line> lines) {

    public Section {
      arguments = List.copyOf(arguments);
      lines = List.copyOf(lines);
    }
  }

  /// One line with where it leads.
  public record Line(String message, List<String> arguments, @Nullable String link) {

    public Line {
      arguments = List.copyOf(arguments);
    }
  }

  /// An appointment as iCalendar (RFC 5545), with the method that its file names.
  public record Event(String method, byte[] calendar) {

    public Event {
      calendar = calendar.clone();
    }

    @Override
    public byte[] calendar() {
      return calendar.clone();
    }
  }

  /// A letter that says one thing.
  public static Letter of(
      Kind kind, String message, List<String> arguments, @Nullable String link) {
    return new Letter(kind, message, arguments, link, List.of(), null, null, null);
  }

  /// The same letter with lines under headings.
  public Letter with(List<Section> more) {
    return new Letter(kind, message, arguments, link, more, settings, unsubscribe, event);
  }

  /// The same letter with an appointment.
  public Letter with(Event appointment) {
    return new Letter(kind, message, arguments, link, sections, settings, unsubscribe, appointment);
  }

  /// The same letter with the page on which its reader chooses what they get.
  public Letter settings(String path) {
    return new Letter(kind, message, arguments, link, sections, path, unsubscribe, event);
  }

  /// The same letter with the path that ends such letters with one click.
  public Letter unsubscribe(String path) {
    return new Letter(kind, message, arguments, link, sections, settings, path, event);
  }

  /// Leaves out what it says: a link in it may open an account.
  @Override
  public String toString() {
    return "Letter[" + kind + "]";
  }
}
