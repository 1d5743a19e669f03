package lu.aifactory.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.PersonalMail;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.notice.NoticeKind;
import lu.aifactory.platform.notice.Notices;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/// A whole factory with a real mail server beside it.
@PlatformTest
@Tag("slow")
class OutgoingMailTests {

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry registry) {
    SERVER.start();
    registry.add("aifactory.mail.host", () -> "127.0.0.1");
    registry.add("aifactory.mail.port", () -> SERVER.getSmtp().getPort());
    registry.add("aifactory.mail.from", () -> "factory@example.org");
    registry.add("aifactory.factory.address", () -> "https://factory.example.org");
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Autowired MockMvc mvc;
  @Autowired Cases cases;
  @Autowired Notices notices;
  @Autowired PersonalMail personal;
  @Autowired TransactionTemplate transaction;
  @Autowired CurrentPerson current;
  @Autowired MailHealth health;

  @Test
  void aTestLetterArrivesAndIsSeenToHaveBeenSent() throws Exception {
    var administrator = cases.world().tokenOf(Role.ADMINISTRATOR);
    call(HttpMethod.POST, "/mail/test", administrator);
    var letter = arrived("This is a test letter");
    assertThat(letter.getAllRecipients()).hasSize(1);
    var address = letter.getAllRecipients()[0].toString();
    var bare = address.replaceAll(".*<|>.*", "");
    await(() -> call(HttpMethod.GET, "/mail?q=" + bare, administrator).contains("250"));
    var page = Jsoup.parse(call(HttpMethod.GET, "/mail?q=" + bare + "&state=sent", administrator));
    assertThat(page.select("main tbody tr")).hasSize(1);
    assertThat(page.select("main tbody form")).as("nothing to do with a sent letter").isEmpty();
    assertThat(call(HttpMethod.GET, "/mail/export.csv?q=" + bare, administrator))
        .contains(bare, "sent", "test");
    assertThat(health.health().getDetails()).containsKey("waiting");
  }

  @Test
  void anInvitationArrivesWithALinkThatOpens() throws Exception {
    var administrator = cases.world().tokenOf(Role.ADMINISTRATOR);
    var email = UUID.randomUUID() + "@example.org";
    var sent =
        cases.call(
            "POST",
            "/api/accounts/invitations",
            administrator,
            "{\"email\":\"%s\",\"role\":\"advisor\",\"language\":\"de\"}".formatted(email));
    assertThat(sent.get("mailed").asBoolean()).isTrue();
    var text = GreenMailUtil.getBody(arrived(email));
    var link =
        Pattern.compile("https://factory\\.example\\.org(/invitations/[A-Za-z0-9_=-]+)")
            .matcher(text.replaceAll("=\r?\n", ""));
    assertThat(link.find()).isTrue();
    var page = mvc.perform(MockMvcRequestBuilders.get(link.group(1))).andReturn().getResponse();
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString()).contains(email);
  }

  @Test
  void whoIsWaitedForHearsAtOnceAndWhatWasRolledBackIsToldToNobody() throws Exception {
    var account = new AccountId(cases.open().account());
    var lost = UUID.randomUUID().toString();
    transaction.executeWithoutResult(status -> {
      notices.tell(account, NoticeKind.TODO, "notice.mark.which", List.of(lost), "/notices");
      status.setRollbackOnly();
    });
    var kept = UUID.randomUUID().toString();
    notices.tell(account, NoticeKind.TODO, "notice.mark.which", List.of(kept), "/notices");
    assertThat(arrived(kept).getSubject()).contains(kept);
    assertThat(letters(lost)).isEmpty();
  }

  @Test
  void aLetterAboutAnAccountIsSentWhateverItsOwnerChose() throws Exception {
    var opened = cases.open();
    var token = opened.token();
    cases.call(
        "PUT",
        "/api/notices/mail",
        token,
        "{\"todo\":\"never\",\"happened\":\"never\",\"announced\":\"never\"}");
    assertThat(personal.available()).isTrue();
    var word = UUID.randomUUID().toString();
    personal.send(new AccountId(opened.account()), "notice.mark.which", List.of(word), "/account");
    assertThat(arrived(word).getHeader("List-Unsubscribe")).isNull();
  }

  private String call(HttpMethod method, String address, String token) {
    try {
      return mvc.perform(
              MockMvcRequestBuilders.request(method, address)
                  .with(SecurityMockMvcRequestPostProcessors.csrf())
                  .header("Authorization", "Bearer " + token))
          .andReturn()
          .getResponse()
          .getContentAsString();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static MimeMessage arrived(String word) throws Exception {
    await(() -> !letters(word).isEmpty());
    return letters(word).getFirst();
  }

  private static List<MimeMessage> letters(String word) {
    return Stream.of(SERVER.getReceivedMessages())
        .filter(
            letter -> GreenMailUtil.getWholeMessage(letter).replaceAll("=\r?\n", "").contains(word))
        .toList();
  }

  private static void await(java.util.function.BooleanSupplier wanted) throws Exception {
    var end = Instant.now().plus(Duration.ofSeconds(30));
    while (!wanted.getAsBoolean()) {
      assertThat(Instant.now()).as("something that should have come by now").isBefore(end);
      Thread.sleep(100);
    }
  }
}
