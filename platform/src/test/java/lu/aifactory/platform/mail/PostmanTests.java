package lu.aifactory.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.SelfSigned;
import lu.aifactory.platform.portal.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/// What becomes of letters when the mail server is away, slow, full or wrong.
@PlatformTest
class PostmanTests {

  @Autowired JdbcClient jdbc;
  @Autowired LetterSeal seal;
  @Autowired Texts texts;
  @Autowired ITemplateEngine templates;
  @TempDir Path folder;

  private FakeSmtp smtp;
  private Desk desk;
  private Postman postman;

  @BeforeEach
  void open() {
    smtp = new FakeSmtp();
    desk = new Desk(jdbc, seal, texts, templates);
    postman = desk.postman(Desk.settings(smtp.port()));
  }

  @AfterEach
  void close() {
    smtp.close();
    jdbc.sql("delete from mail_letter").update();
  }

  @Test
  void aLetterGoesOutOnceAndItsSecretIsWiped() {
    var id = desk.write(Desk.ANNA);
    assertThat(desk.bytesOfContent()).isPositive();
    postman.run();
    postman.run();
    assertThat(smtp.received).hasSize(1);
    assertThat(smtp.received.getFirst().to()).containsExactly("anna@example.org");
    assertThat(smtp.received.getFirst().text()).contains("a-one-time-secret");
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.SENT);
    assertThat(desk.bytesOfContent()).isZero();
  }

  @Test
  void whatALetterSaysLiesReadableNowhere() {
    desk.write(Desk.ANNA);
    var stored =
        jdbc.sql("select encode(content, 'escape') || mail_letter::text from mail_letter")
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain("a-one-time-secret").doesNotContain("Otto");
  }

  @Test
  void aServerThatIsDownForADayLosesNothingAndDoublesNothing() {
    var port = smtp.port();
    smtp.close();
    for (int i = 0; i < 300; i++) desk.write(anybody(i));
    for (var gone = Duration.ZERO; gone.toHours() < 24; gone = gone.plusMinutes(5)) {
      postman.run();
      desk.clock.forward(Duration.ofMinutes(5));
    }
    assertThat(desk.letters.length().waiting()).isEqualTo(300);
    assertThat(desk.server.state().failing()).isTrue();
    assertThat(desk.server.state().failures()).isBetween(90, 110);

    smtp = new FakeSmtp();
    var back = desk.postman(Desk.settings(smtp.port()));
    assertThat(port).isNotEqualTo(smtp.port());
    desk.clock.forward(Duration.ofMinutes(15));
    back.run();
    assertThat(smtp.received).as("a minute's worth").hasSize(120);
    back.run();
    assertThat(smtp.received).as("the rate is kept over rounds").hasSize(120);
    for (int i = 0; i < 3; i++) {
      desk.clock.forward(Duration.ofMinutes(1).plusSeconds(1));
      back.run();
    }
    assertThat(smtp.received.stream().flatMap(one -> one.to().stream()))
        .hasSize(300)
        .doesNotHaveDuplicates();
    assertThat(desk.server.state().failing()).isFalse();
  }

  @Test
  void whatTheServerDoesNotTakeNowIsTriedAgainWithGrowingPauses() {
    smtp.toRecipient = "450 4.2.1 mailbox busy";
    var id = desk.write(Desk.ANNA);
    for (var pause : Postman.PAUSES) {
      postman.run();
      assertThat(desk.find(id).answer()).contains("450").contains("mailbox busy");
      assertThat(desk.find(id).dueAt()).isEqualTo(desk.clock.instant().plus(pause));
      postman.run();
      desk.clock.forward(pause);
    }
    assertThat(desk.find(id).tries()).isEqualTo(Postman.PAUSES.size());
    smtp.toRecipient = "250 ok";
    postman.run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.SENT);
  }

  @Test
  void aLetterThatNobodyTakesForDaysIsGivenUpAndWiped() {
    smtp.toLetter = "452 4.3.1 full";
    var id = desk.write(Desk.ANNA);
    for (int hours = 0; hours < 24 * 5 + 7; hours += 6) {
      postman.run();
      desk.clock.forward(Duration.ofHours(6));
    }
    postman.run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.EXPIRED);
    assertThat(desk.find(id).answer()).contains("452");
    assertThat(desk.bytesOfContent()).isZero();
  }

  @Test
  void aRefusalForGoodEndsTheLetterWithTheReasonAndLeavesTheOthersAlone() {
    smtp.toRecipient = "550 5.1.1 no such mailbox";
    var wrong = desk.write(Desk.ANNA);
    postman.run();
    smtp.toRecipient = "250 ok";
    var right = desk.write(anybody(1));
    postman.run();
    assertThat(desk.find(wrong).state()).isEqualTo(Queued.State.REFUSED);
    assertThat(desk.find(wrong).answer()).contains("no such mailbox");
    assertThat(desk.find(right).state()).isEqualTo(Queued.State.SENT);

    assertThat(desk.outbox.retry(wrong, desk.clock.instant())).isTrue();
    postman.run();
    assertThat(desk.find(wrong).state()).isEqualTo(Queued.State.SENT);
  }

  @Test
  void aSenderThatIsNotLetInGivesNoLetterUp() {
    smtp.toSender = "550 5.7.1 not your address";
    var id = desk.write(Desk.ANNA);
    postman.run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.WAITING);
    assertThat(desk.server.state().answer()).contains("not your address");
  }

  @Test
  void aLineCutAfterTheLetterSendsItAgainWithTheSameMessageId() {
    smtp.cutAfterLetter = true;
    var id = desk.write(Desk.ANNA);
    postman.run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.WAITING);
    smtp.cutAfterLetter = false;
    desk.clock.forward(Duration.ofMinutes(5));
    postman.run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.SENT);
    assertThat(smtp.received).hasSize(2);
    assertThat(new HashSet<>(smtp.received.stream().map(PostmanTests::messageId).toList()))
        .containsExactly("<" + id.value() + "@example.org>");
  }

  @Test
  void aLetterAtWhichTheLineBreaksEachTimeKeepsNobodyBack() {
    smtp.cutAfterLetter = true;
    desk.write(Desk.ANNA);
    postman.run();
    smtp.cutAfterLetter = false;
    var next = desk.write(anybody(1));
    desk.clock.forward(Duration.ofMinutes(1));
    postman.run();
    assertThat(desk.find(next).state())
        .as("%s, %s", desk.find(next), desk.server.state())
        .isEqualTo(Queued.State.SENT);
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsLetRest() {
    smtp.thinks = Duration.ofSeconds(5);
    var id = desk.write(Desk.ANNA);
    postman.run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.WAITING);
    assertThat(desk.server.state().failing()).isTrue();
    assertThat(desk.server.state().dueAt())
        .isEqualTo(desk.clock.instant().plus(Duration.ofMinutes(1)));
    var connections = smtp.connections;
    postman.run();
    assertThat(smtp.connections).isEqualTo(connections);
  }

  @Test
  void aWrongPasswordStopsEverythingAndIsNamed() throws Exception {
    var file = Files.writeString(folder.resolve("password"), "wrong\n");
    smtp.password = "right";
    var id = desk.write(Desk.ANNA);
    var withPassword = desk.postman(Desk.settings(smtp.port(), "auto", file));
    withPassword.run();
    assertThat(desk.server.state().answer()).contains("wrong password");
    assertThat(desk.find(id).tries()).isZero();

    Files.writeString(file, "right\n");
    desk.clock.forward(Duration.ofMinutes(1));
    withPassword.run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.SENT);
  }

  @Test
  void withoutEncryptionNothingIsSaidToAServerThatShouldEncrypt() {
    var id = desk.write(Desk.ANNA);
    desk.postman(Desk.settings(smtp.port(), "starttls", null)).run();
    assertThat(smtp.received).isEmpty();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.WAITING);
    assertThat(desk.server.state().answer()).containsIgnoringCase("starttls");
  }

  @Test
  void theLineIsEncryptedAndOnlyATrustedServerGetsTheLetter() throws Exception {
    var identity = SelfSigned.make();
    smtp.tls = FakeSmtp.certified(identity);
    var id = desk.write(Desk.ANNA);
    var settings = Desk.settings(smtp.port(), "starttls", null);
    desk.postman(settings).run();
    assertThat(smtp.received).isEmpty();
    assertThat(desk.server.state().failing()).isTrue();

    desk.clock.forward(Duration.ofMinutes(1));
    desk.postman(settings, trusting(identity)).run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.SENT);
    assertThat(smtp.received.getFirst().encrypted()).isTrue();
  }

  private static SSLSocketFactory trusting(SelfSigned identity) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("server", identity.certificate());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  @Test
  void twoReplicasSendEachLetterOnce() throws Exception {
    for (int i = 0; i < 60; i++) desk.write(anybody(i));
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var other = desk.postman(Desk.settings(smtp.port()));
      var first = both.submit(postman::run);
      var second = both.submit(other::run);
      first.get();
      second.get();
    }
    assertThat(smtp.received.stream().flatMap(one -> one.to().stream()))
        .hasSize(60)
        .doesNotHaveDuplicates();
  }

  @Test
  void aReplicaThatDiedGivesItsLetterBack() {
    var id = desk.write(Desk.ANNA);
    assertThat(desk.outbox.claim(desk.clock.instant())).isPresent();
    postman.run();
    assertThat(smtp.received).isEmpty();
    desk.clock.forward(Outbox.CLAIM);
    postman.run();
    assertThat(desk.find(id).state()).isEqualTo(Queued.State.SENT);
  }

  @Test
  void aLetterAboutSomebodysOwnAccountGoesBeforeThePile() {
    var pile = Letter.of(Letter.Kind.NOTICE, "mail.test.letter", List.of(), null);
    for (int i = 0; i < 200; i++) desk.outbox.add(anybody(i), pile, desk.clock.instant());
    desk.clock.forward(Duration.ofSeconds(1));
    desk.write(Desk.ANNA);
    postman.run();
    assertThat(smtp.received.getFirst().to()).containsExactly("anna@example.org");
  }

  @Test
  void anAddressInOtherLettersNeedsAServerThatKnowsThem() {
    var greek = new Addressee(null, "δοκιμή@παράδειγμα.example", "Δοκιμή", Locale.ENGLISH);
    var refused = desk.write(greek);
    postman.run();
    assertThat(desk.find(refused).state()).isEqualTo(Queued.State.REFUSED);
    assertThat(desk.find(refused).answer()).contains("SMTPUTF8");
    smtp.knowsUtf8 = true;
    desk.outbox.retry(refused, desk.clock.instant());
    postman.run();
    assertThat(desk.find(refused).state()).isEqualTo(Queued.State.SENT);
    assertThat(smtp.received.getFirst().to()).containsExactly("δοκιμή@xn--hxajbheg2az3al.example");
  }

  @Test
  void whatIsNoAddressIsRefusedBeforeTheServerSeesIt() {
    var letters =
        List.of("a<b@example.org", "a@b@example.org", "a,b@example.org", "x@-.org").stream()
            .map(address -> desk.write(new Addressee(null, address, "", Locale.ENGLISH)))
            .toList();
    postman.run();
    assertThat(smtp.received).isEmpty();
    assertThat(letters)
        .allSatisfy(id -> assertThat(desk.find(id).state()).isEqualTo(Queued.State.REFUSED));
  }

  @Test
  void takenBackIsTakenBack() {
    var id = desk.write(Desk.ANNA);
    assertThat(desk.outbox.cancel(id, desk.clock.instant())).isTrue();
    postman.run();
    assertThat(smtp.received).isEmpty();
    assertThat(desk.bytesOfContent()).isZero();
    assertThat(desk.outbox.retry(id, desk.clock.instant())).isFalse();
  }

  @Test
  void nothingIsLeftOfALetterAfterAWhile() {
    desk.write(Desk.ANNA);
    postman.run();
    desk.outbox.forget(desk.clock.instant());
    assertThat(jdbc.sql("select count(*) from mail_letter").query(Long.class).single()).isOne();
    desk.clock.forward(Duration.ofDays(30).plusSeconds(1));
    desk.outbox.forget(desk.clock.instant().minus(Duration.ofDays(30)));
    assertThat(jdbc.sql("select count(*) from mail_letter").query(Long.class).single()).isZero();
  }

  private static Addressee anybody(int number) {
    return new Addressee(
        null, "person-" + number + "@example.org", "Person " + number, Locale.ENGLISH);
  }

  private static String messageId(FakeSmtp.Received received) {
    var header = Pattern.compile("(?mi)^Message-ID: *(\\S+)").matcher(received.text());
    assertThat(header.find()).isTrue();
    assertThat(received.text().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    return header.group(1);
  }
}
