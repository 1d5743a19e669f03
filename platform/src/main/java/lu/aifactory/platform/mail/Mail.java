package lu.aifactory.platform.mail;

import java.time.Clock;
import java.util.List;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Open;
import org.jspecify.annotations.Nullable;

/// Writes letters, for the other rooms. A letter is put into the outbox in the caller's transaction, so that what did not
/// happen is told to nobody, and goes out by itself within seconds, or days where the mail server is away. Without a mail
/// server in the settings nothing is written.
@Facade
public class Mail {

  /// What an appointment's file says it is: an invitation or a change of it, or that it is called off.
  public enum Method {
    REQUEST,
    CANCEL
  }

  private final MailSettings settings;
  private final Outbox outbox;
  private final Identity identity;
  private final Clock clock;

  Mail(MailSettings settings, Outbox outbox, Identity identity, Clock clock) {
    this.settings = settings;
    this.outbox = outbox;
    this.identity = identity;
    this.clock = clock;
  }

  /// Whether this factory sends letters.
  @Open("a page may say that a letter will come, or that none can")
  public boolean available() {
    return settings.host() != null;
  }

  /// Writes to somebody.
  @Open("rooms write to people about their things; the text is the platform's own")
  public void send(Addressee to, Letter letter) {
    if (available() && !to.isInvented()) outbox.add(to, letter, clock.instant());
  }

  /// Writes to somebody with an account; nothing is written to one that is switched off.
  @Open("rooms write to people about their things; the text is the platform's own")
  public void send(AccountId account, Letter letter) {
    if (available())
      identity.person(account).ifPresent(person -> send(Addressee.of(person), letter));
  }

  /// Sends an appointment to somebody with an account. `calendar` is an iCalendar file whose METHOD is this one; the
  /// message's first sentence is the subject.
  @Open("rooms invite people to what takes place; the text is the platform's own")
  public void invite(
      AccountId account,
      String message,
      List<String> arguments,
      @Nullable String link,
      byte[] calendar,
      Method method) {
    send(account, appointment(message, arguments, link, calendar, method));
  }

  /// Sends an appointment to somebody without account.
  @Open("rooms invite people to what takes place; the text is the platform's own")
  public void invite(
      Addressee to,
      String message,
      List<String> arguments,
      @Nullable String link,
      byte[] calendar,
      Method method) {
    send(to, appointment(message, arguments, link, calendar, method));
  }

  private static Letter appointment(
      String message,
      List<String> arguments,
      @Nullable String link,
      byte[] calendar,
      Method method) {
    return Letter.of(Letter.Kind.APPOINTMENT, message, arguments, link)
        .with(new Letter.Event(method.name(), calendar));
  }
}
