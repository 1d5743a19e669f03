package lu.aifactory.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties the outbox. A letter is claimed, handed over and ended in transactions of their own, because no transaction
/// may wait for a mail server. So a letter whose end could not be noted goes out a second time, with the same
/// Message-ID; none is lost.
class Postman {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration RATE = Duration.ofMinutes(1);

  /// How long a letter rests that the server does not take now; the last pause is repeated.
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6));

  private final MailSettings settings;
  private final Outbox outbox;
  private final MailServer server;
  private final SmtpDoor door;
  private final LetterWriter writer;
  private final LetterSeal seal;
  private final Clock clock;

  Postman(
      MailSettings settings,
      Outbox outbox,
      MailServer server,
      SmtpDoor door,
      LetterWriter writer,
      LetterSeal seal,
      Clock clock) {
    this.settings = settings;
    this.outbox = outbox;
    this.server = server;
    this.door = door;
    this.writer = writer;
    this.seal = seal;
    this.clock = clock;
  }

  /// Takes out as many letters as the rate allows.
  void run() {
    var now = clock.instant();
    outbox.expire(now.minus(settings.giveUpAfter()), now);
    if (settings.host() == null || server.state().rests(now) || !outbox.anyDue(now)) return;
    var left = settings.perMinute() - outbox.triedSince(now.minus(RATE));
    if (left <= 0) return;
    try {
      var line = door.open(false);
      try {
        carry(line, left);
      } finally {
        hangUp(line);
      }
    } catch (MessagingException closed) {
      fails(Answer.of(closed).text());
    }
  }

  // What the server took before stays taken, however the line ends.
  private static void hangUp(Transport line) {
    try {
      line.close();
    } catch (MessagingException broken) {
      LOG.debug("The line to the mail server was broken already");
    }
  }

  private void carry(Transport line, int atMost) {
    for (int i = 0; i < atMost; i++) {
      var claimed = outbox.claim(clock.instant());
      if (claimed.isEmpty()) return;
      var letter = claimed.get();
      var answer = deliver(line, letter);
      note(letter, answer);
      if (answer instanceof Answer.Down(var said)) {
        fails(said);
        return;
      }
      server.works();
    }
  }

  private void note(Outbox.Claimed letter, Answer answer) {
    var now = clock.instant();
    switch (answer) {
      case Answer.Taken(var said) -> outbox.end(letter.id(), Queued.State.SENT, said, now);
      case Answer.Never(var said) -> outbox.end(letter.id(), Queued.State.REFUSED, said, now);
      case Answer.Later(var said) ->
          outbox.again(letter.id(), said, now.plus(pause(letter.tries())));
      // A letter at which the line breaks each time must not keep back those behind it.
      case Answer.Down(var said) ->
          outbox.again(letter.id(), said, now.plus(pause(letter.tries())));
    }
  }

  private static Duration pause(int tries) {
    return PAUSES.get(Math.clamp(tries - 1, 0, PAUSES.size() - 1));
  }

  private Answer deliver(Transport line, Outbox.Claimed claimed) {
    try {
      var letter = seal.open(claimed.id(), claimed.content());
      var message = writer.message(claimed.id(), claimed.to(), letter, clock.instant());
      if (Addresses.needsUtf8(claimed.to().address())) {
        return handUtf8(message);
      }
      return hand(line, message);
    } catch (AddressException noAddress) {
      return new Answer.Never("not an address that mail can be sent to");
    } catch (LetterSeal.Unreadable lost) {
      return new Answer.Never(String.valueOf(lost.getMessage()));
    } catch (MessagingException failed) {
      return Answer.of(failed);
    }
  }

  private Answer handUtf8(MimeMessage message) throws MessagingException {
    var line = door.open(true);
    try {
      return line instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8")
          ? hand(line, message)
          : new Answer.Never("the server takes no addresses in such letters (SMTPUTF8)");
    } finally {
      hangUp(line);
    }
  }

  private static Answer hand(Transport line, MimeMessage message) throws MessagingException {
    line.sendMessage(message, message.getAllRecipients());
    return new Answer.Taken(
        line instanceof SMTPTransport smtp ? Lines.answer(smtp.getLastServerResponse()) : "");
  }

  // The server's words may name people; they stand on the administrators' page.
  private void fails(String said) {
    if (!server.state().failing())
      LOG.warn("The mail server takes no letters; the page of outgoing mail says why");
    server.fails(said);
  }
}
