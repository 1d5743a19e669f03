package lu.aifactory.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.portal.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/// The same letter, given to a real mail server and to the one that misbehaves in other tests: both take it, and both
/// then hold the same.
@PlatformTest
class SmtpServersTests {

  @Autowired JdbcClient jdbc;
  @Autowired LetterSeal seal;
  @Autowired Texts texts;
  @Autowired ITemplateEngine templates;
  @TempDir Path folder;

  @Test
  void bothServersHoldTheSameLetter() throws Exception {
    var desk = new Desk(jdbc, seal, texts, templates);
    var real = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    real.start();
    try (var fake = new FakeSmtp()) {
      desk.postman(Desk.settings(real.getSmtp().getPort()));
      var first = desk.write(Desk.ANNA);
      desk.postman(Desk.settings(real.getSmtp().getPort())).run();
      assertThat(desk.find(first).state()).isEqualTo(Queued.State.SENT);
      var second = desk.write(Desk.ANNA);
      desk.postman(Desk.settings(fake.port())).run();
      assertThat(desk.find(second).state()).isEqualTo(Queued.State.SENT);

      var taken = real.getReceivedMessages();
      assertThat(taken).hasSize(1);
      assertThat(heads(GreenMailUtil.getWholeMessage(taken[0])))
          .containsAll(heads(fake.received.getFirst().text()));
      assertThat(taken[0].getMessageID()).isEqualTo("<" + first.value() + "@example.org>");
      assertThat(GreenMailUtil.getBody(taken[0])).contains("a-one-time-secret");
    } finally {
      real.stop();
    }
  }

  @Test
  void bothServersRefuseAWrongPassword() throws Exception {
    var desk = new Desk(jdbc, seal, texts, templates);
    var file = Files.writeString(folder.resolve("password"), "wrong");
    var real = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    real.setUser("factory@example.org", "factory", "right");
    real.start();
    try (var fake = new FakeSmtp()) {
      fake.password = "right";
      for (var port : List.of(real.getSmtp().getPort(), fake.port())) {
        var id = desk.write(Desk.ANNA);
        desk.server.works();
        desk.postman(Desk.settings(port, "auto", file)).run();
        assertThat(desk.server.state().answer()).contains("535");
        assertThat(desk.find(id).state()).isEqualTo(Queued.State.WAITING);
        Files.writeString(file, "right");
        desk.server.works();
        desk.postman(Desk.settings(port, "auto", file)).run();
        assertThat(desk.find(id).state()).isEqualTo(Queued.State.SENT);
        Files.writeString(file, "wrong");
      }
    } finally {
      real.stop();
    }
  }

  // What a server adds on its own, and what is different in each letter, is left out.
  private static List<String> heads(String message) {
    return message
        .split("\r?\n\r?\n", 2)[0]
        .lines()
        .filter(line ->
            line.matches("(From|To|Subject|MIME-Version|Content-Language|Auto-Submitted): .*"))
        .sorted()
        .toList();
  }
}
