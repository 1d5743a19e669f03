package lu.aifactory.platform.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;

/// The letters on their way, for administrators: addresses are personal data, and what the letters say is shown to nobody.
@Facade
class OutgoingMail {

  private static final int EXPORTED_AT_ONCE = 200;

  private final LetterList letters;
  private final Outbox outbox;
  private final MailServer server;
  private final Mail mail;
  private final CurrentPerson current;
  private final Clock clock;

  OutgoingMail(
      LetterList letters,
      Outbox outbox,
      MailServer server,
      Mail mail,
      CurrentPerson current,
      Clock clock) {
    this.letters = letters;
    this.outbox = outbox;
    this.server = server;
    this.mail = mail;
    this.current = current;
    this.clock = clock;
  }

  /// One page of the letters.
  @Needs("mail:read")
  Page<Queued> list(ListQuery query) {
    return letters.page(query);
  }

  /// All letters that a list shows, for a spreadsheet.
  @Needs("mail:read")
  List<Queued> export(ListQuery query) {
    var all = new java.util.ArrayList<Queued>();
    var page = query.withSize(EXPORTED_AT_ONCE);
    for (int number = 1; ; number++) {
      var rows = letters.rows(page.withPage(number));
      all.addAll(rows);
      if (rows.size() < EXPORTED_AT_ONCE) return all;
    }
  }

  /// How the mail server answers.
  @Needs("mail:read")
  MailServer.State server() {
    return server.state();
  }

  /// Tries a waiting or refused letter at once, and the server with it.
  @Needs(value = "mail:manage", records = "mail.retried")
  Outcome<LetterId> retry(LetterId letter) {
    return found(letter)
        .then(queued -> {
          if (!outbox.retry(letter, clock.instant())) return refused(new MailRefusal.Over());
          server.wake();
          return Outcome.done(letter);
        });
  }

  /// Takes a letter back that is not sent yet.
  @Needs(value = "mail:manage", records = "mail.cancelled")
  Outcome<LetterId> cancel(LetterId letter) {
    return found(letter)
        .then(queued ->
            outbox.cancel(letter, clock.instant())
                ? Outcome.done(letter)
                : refused(new MailRefusal.Over()));
  }

  /// Sends a letter to oneself, so that one sees whether and how letters arrive.
  @Needs(value = "mail:manage", records = "mail.tested")
  Outcome<LetterId> test() {
    if (!mail.available()) return refused(new MailRefusal.NoServer());
    var me = current.get();
    var factory = List.<String>of();
    var letter = Letter.of(Letter.Kind.TEST, "mail.test.letter", factory, "/mail");
    server.wake();
    return Outcome.done(outbox.add(Addressee.of(me), letter, clock.instant()));
  }

  private Outcome<Queued> found(LetterId letter) {
    Optional<Queued> queued = letters.find(letter);
    return queued.map(Outcome::done).orElseGet(() -> refused(new Refusal.NotFound()));
  }

  private static <T> Outcome<T> refused(Refusal why) {
    return Outcome.refused(why);
  }
}
