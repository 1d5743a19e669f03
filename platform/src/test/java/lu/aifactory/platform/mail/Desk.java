package lu.aifactory.platform.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import lu.aifactory.platform.portal.Factory;
import lu.aifactory.platform.portal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/// A mail room of its own on the database of the tests, with a clock that is moved by hand.
final class Desk {

  static final Addressee ANNA =
      new Addressee(null, "anna@example.org", "Anna Muster", Locale.ENGLISH);

  final Hands clock = new Hands();
  final Outbox outbox;
  final MailServer server;
  final LetterList letters;
  final LetterSeal seal;
  private final JdbcClient jdbc;
  private final Texts texts;
  private final ITemplateEngine templates;

  Desk(JdbcClient jdbc, LetterSeal seal, Texts texts, ITemplateEngine templates) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.templates = templates;
    this.seal = seal;
    outbox = new Outbox(jdbc, seal);
    server = new MailServer(jdbc, clock);
    letters = new LetterList(jdbc);
    jdbc.sql("delete from mail_letter").update();
    server.works();
  }

  static MailSettings settings(int port) {
    return settings(port, "auto", null);
  }

  static MailSettings settings(int port, String tls, @Nullable Path password) {
    return new MailSettings(
        "localhost",
        port,
        password == null ? null : "factory",
        password,
        "factory@example.org",
        tls,
        null,
        Duration.ofSeconds(2),
        120,
        Duration.ofDays(5),
        Duration.ofDays(30));
  }

  Postman postman(MailSettings settings) {
    return postman(settings, null);
  }

  Postman postman(MailSettings settings, @Nullable SSLSocketFactory trusting) {
    return new Postman(
        settings,
        outbox,
        server,
        new SmtpDoor(settings, "factory.example.org", trusting),
        writer(settings),
        seal,
        clock);
  }

  LetterWriter writer(MailSettings settings) {
    var factory = new Factory("AI Factory Test", URI.create("https://factory.example.org"));
    return new LetterWriter(settings, factory, texts, templates);
  }

  LetterId write(Addressee to) {
    return outbox.add(
        to,
        Letter.of(
            Letter.Kind.PERSONAL,
            "identity.mail.invited",
            List.of("Otto"),
            "/invitations/a-one-time-secret"),
        clock.instant());
  }

  Queued find(LetterId id) {
    return letters.find(id).orElseThrow();
  }

  long bytesOfContent() {
    return jdbc.sql("select coalesce(sum(length(content)), 0) from mail_letter")
        .query(Long.class)
        .single();
  }

  /// A clock that stands still until it is moved.
  static final class Hands extends Clock {

    private volatile Instant now =
        Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plus(Duration.ofDays(1));

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }
}
