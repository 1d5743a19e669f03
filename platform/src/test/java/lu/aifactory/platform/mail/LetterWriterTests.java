package lu.aifactory.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.portal.Texts;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/// What stands in a letter, and what cannot get into it.
@PlatformTest
class LetterWriterTests {

  private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

  @Autowired JdbcClient jdbc;
  @Autowired LetterSeal seal;
  @Autowired Texts texts;
  @Autowired ITemplateEngine templates;

  private LetterWriter writer;

  @BeforeEach
  void open() {
    writer = new Desk(jdbc, seal, texts, templates).writer(Desk.settings(25));
  }

  @Test
  void aLetterSaysTheSameInTextAndHtmlInItsReadersLanguage() throws Exception {
    var message = message(to("Aline", "fr"), invited("Otto"));
    var plain = part(message, 0);
    var html = part(message, 1);
    assertThat(plain.getContentType()).startsWith("text/plain");
    assertThat(html.getContentType()).startsWith("text/html");
    var link = "https://factory.example.org/invitations/secret";
    assertThat((String) plain.getContent())
        .contains("Bonjour Aline,", "Otto vous invite", link)
        .contains("Quelqu’un a saisi votre adresse");
    var page = Jsoup.parse((String) html.getContent());
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("fr");
    assertThat(page.text()).contains("Bonjour Aline,", "Otto vous invite", link);
    assertThat(page.select("a").eachAttr("href")).containsExactly(link);
    assertThat(page.select("script, img, link")).isEmpty();
    assertThat(message.getSubject()).isEqualTo("Otto vous invite dans l’AI Factory");
    assertThat(message.getHeader("Content-Language")).containsExactly("fr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Eve\r\nBcc: everybody@example.org",
        "Eve\nSubject: something else\n\nanother body",
        "Eve\u2028Bcc: x@example.org",
        "Eve\r\n\r\n<script>alert(1)</script>",
        "=?utf-8?q?Eve=0D=0ABcc:_x@example.org?="
      })
  void nobodysNameBecomesAHeader(String name) throws Exception {
    var message = message(to(name, "en"), invited(name));
    var head = raw(message).split("\r\n\r\n", 2)[0];
    assertThat(head.lines().filter(line -> line.matches("(?i)(bcc|cc):.*"))).isEmpty();
    assertThat(head.lines().filter(line -> line.matches("(?i)subject:.*"))).hasSize(1);
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat((String) part(message, 1).getContent()).doesNotContain("<script>");
  }

  @Test
  void namesInAllWritingsArriveAsTheyAre() throws Exception {
    for (var name : List.of("Zoë Müller-Å", "محمد بن علي", "שרה כהן", "田中さくら", "Αθηνά")) {
      var message = message(to(name, "de"), invited(name));
      assertThat(raw(message).getBytes(StandardCharsets.US_ASCII))
          .isEqualTo(raw(message).getBytes(StandardCharsets.UTF_8));
      var read = new MimeMessage(null, new java.io.ByteArrayInputStream(bytes(message)));
      var recipient = (jakarta.mail.internet.InternetAddress) read.getAllRecipients()[0];
      assertThat(recipient.getPersonal()).isEqualTo(name);
      assertThat((String) ((MimeMultipart) read.getContent()).getBodyPart(0).getContent())
          .contains("Guten Tag " + name);
    }
  }

  @Test
  void aNameCannotTurnTheDirectionOfWritingRound() throws Exception {
    var message = message(to("\u202Egro.elpmaxe@eve", "en"), invited("x"));
    var recipient = (jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0];
    assertThat(recipient.getPersonal()).isEqualTo("gro.elpmaxe@eve");
  }

  @Test
  void aLinkLeadsToTheFactoryWhateverHostItNames() throws Exception {
    var letter =
        Letter.of(
            Letter.Kind.PERSONAL,
            "identity.mail.invited",
            List.of("x"),
            "https://evil.example/reset?t=1");
    assertThat((String) part(message(to("A", "en"), letter), 0).getContent())
        .contains("https://factory.example.org/reset?t=1")
        .doesNotContain("evil.example");
  }

  @Test
  void aDigestCanBeEndedWithOneClick() throws Exception {
    var line = new Letter.Line("mail.test.letter", List.of(), "/engagements/1");
    var letter =
        Letter.of(Letter.Kind.DIGEST, "mail.test.letter", List.of(), "/notices")
            .with(List.of(new Letter.Section("mail.kind.digest", List.of(), List.of(line))))
            .settings("/notices/mail")
            .unsubscribe("/notices/mail/stop/abc");
    var message = message(to("A", "en"), letter);
    assertThat(message.getHeader("List-Unsubscribe"))
        .containsExactly("<https://factory.example.org/notices/mail/stop/abc>");
    assertThat(message.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat((String) part(message, 0).getContent())
        .contains("https://factory.example.org/engagements/1")
        .contains("https://factory.example.org/notices/mail");
  }

  @Test
  void anAppointmentIsAPartThatCalendarsRead() throws Exception {
    var letter =
        invited("Otto")
            .with(new Letter.Event("REQUEST", CALENDAR.getBytes(StandardCharsets.UTF_8)));
    var message = message(to("A", "en"), letter);
    var read = new MimeMessage(null, new java.io.ByteArrayInputStream(bytes(message)));
    var calendar = ((MimeMultipart) read.getContent()).getBodyPart(2);
    assertThat(calendar.getContentType())
        .matches("(?is)text/calendar;\\s*charset=utf-8;\\s*method=REQUEST");
    assertThat(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(CALENDAR);
  }

  @Test
  void aSealedLetterOpensOnlyAsItself() throws Exception {
    var id = new LetterId(UUID.randomUUID());
    var letter = invited("Otto").with(new Letter.Event("CANCEL", new byte[] {1, 2}));
    var sealed = seal.seal(id, letter);
    var opened = seal.open(id, sealed);
    assertThat(opened.link()).isEqualTo(letter.link());
    assertThat(opened.event().calendar()).containsExactly(1, 2);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> seal.open(new LetterId(UUID.randomUUID()), sealed))
        .isInstanceOf(LetterSeal.Unreadable.class)
        .hasMessageNotContaining("secret");
    assertThat(letter.toString()).doesNotContain("secret");
  }

  private static Addressee to(String name, String language) {
    return new Addressee(null, "somebody@example.org", name, Locale.forLanguageTag(language));
  }

  private static Letter invited(String by) {
    return Letter.of(
        Letter.Kind.INVITATION, "identity.mail.invited", List.of(by), "/invitations/secret");
  }

  private MimeMessage message(Addressee to, Letter letter) throws Exception {
    return writer.message(new LetterId(UUID.randomUUID()), to, letter, java.time.Instant.EPOCH);
  }

  private static BodyPart part(MimeMessage message, int number) throws Exception {
    return ((MimeMultipart) message.getContent()).getBodyPart(number);
  }

  private static byte[] bytes(MimeMessage message) throws Exception {
    var out = new ByteArrayOutputStream();
    message.writeTo(out);
    return out.toByteArray();
  }

  private static String raw(MimeMessage message) throws Exception {
    return new String(bytes(message), StandardCharsets.UTF_8);
  }
}
