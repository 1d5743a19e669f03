package lu.aifactory.platform.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.notice.LinkName;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.thymeleaf.ITemplateEngine;

/// A factory with a mail server in its settings, for tests of the rooms that write letters: what they put into the outbox
/// is read there, as it would be sent.
@TestConfiguration(proxyBeanMethods = false)
public class MailRoom {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final LetterSeal seal;
  private final Identity identity;
  private final LetterWriter writer;
  private final MockMvc mvc;

  MailRoom(
      JdbcClient jdbc,
      Outbox outbox,
      LetterSeal seal,
      Identity identity,
      Texts texts,
      ITemplateEngine templates,
      MockMvc mvc) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.seal = seal;
    this.identity = identity;
    this.mvc = mvc;
    writer = new Desk(jdbc, seal, texts, templates).writer(Desk.settings(25));
  }

  /// Something that has a name in digests.
  @Bean
  static LinkName bakery() {
    return link -> link.equals("/things/bakery") ? Optional.of("The bakery") : Optional.empty();
  }

  /// The façade as it is with a mail server.
  public Mail mail(Clock clock) {
    return new Mail(Desk.settings(25), outbox, identity, clock);
  }

  /// Throws all letters away.
  public void clear() {
    jdbc.sql("delete from mail_letter").update();
  }

  /// Somebody who reads English.
  public AccountId account(String name) {
    var id = new AccountId(UUID.randomUUID());
    var account =
        new NewAccount(id.value() + "@example.org", name, "en", "correct horse battery staple");
    if (identity.open(id, account) instanceof Outcome.Refused<?>(var why))
      throw new IllegalStateException(why.toString());
    return id;
  }

  /// What waits for somebody with an account.
  public List<Sent> sentTo(AccountId account) {
    return sent("account::text", account.value().toString());
  }

  /// What waits for an address.
  public List<Sent> sentTo(String address) {
    return sent("address", address);
  }

  private List<Sent> sent(String column, String value) {
    var found = new ArrayList<Sent>();
    for (var claimed :
        jdbc.sql("select * from mail_letter where " + column + " = :value order by queued_at")
            .param("value", value)
            .query((row, _) ->
                new Outbox.Claimed(
                    Outbox.id(row), Outbox.addressee(row), row.getBytes("content"), 1))
            .list()) {
      found.add(worded(claimed));
    }
    return found;
  }

  private Sent worded(Outbox.Claimed claimed) {
    try {
      var letter = seal.open(claimed.id(), claimed.content());
      var message = writer.message(claimed.id(), claimed.to(), letter, java.time.Instant.EPOCH);
      var stop = message.getHeader("List-Unsubscribe", null);
      return new Sent(
          writer.plain(writer.worded(claimed.to(), letter)),
          message.getSubject(),
          stop == null ? "" : stop.replaceAll("[<>]", ""),
          "List-Unsubscribe=One-Click".equals(message.getHeader("List-Unsubscribe-Post", null)));
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// The status of a page or address that a letter leads to.
  public int get(String path) {
    return status(MockMvcRequestBuilders.get(path));
  }

  /// The status of what a mail program posts, without any token.
  public int post(String path, String body) {
    return status(
        MockMvcRequestBuilders.post(path)
            .contentType(org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED)
            .content(body));
  }

  private int status(
      org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) {
    try {
      return mvc.perform(request).andReturn().getResponse().getStatus();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
