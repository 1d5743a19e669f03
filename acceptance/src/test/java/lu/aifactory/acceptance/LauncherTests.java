package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `./aifactory` as a newcomer uses it.
@Tag("slow")
class LauncherTests {

  @Test
  void twoFactoriesRunSideBySideUntilTheyAreStopped() throws Exception {
    var one = RunningFactory.freshHome().toString();
    var other = RunningFactory.freshHome().toString();
    var port = freePort();
    var otherPort = freePort();
    try {
      var opened = Launcher.run("start", "--home", one, "--port", port);
      assertThat(opened.output()).contains("The AI Factory is open: http://localhost:" + port);
      assertThat(page(firstLink(opened.output(), port))).contains("<form");
      assertThat(Launcher.run("start", "--home", one, "--port", port).output())
          .contains("It already runs");
      assertThat(Launcher.run("start", "--home", other, "--port", port).output())
          .contains("Port " + port + " is already in use");
      assertThat(Launcher.run("start", "--home", other, "--port", otherPort).status()).isZero();
      assertThat(page(URI.create("http://localhost:" + otherPort))).contains("<main");
      assertThat(unpackedAt(Path.of(other, "postgres")))
          .isEqualTo(unpackedAt(Launcher.prepared().resolve("postgresql")));
    } finally {
      assertThat(Launcher.run("stop", "--home", one).output()).contains("Stopped.");
      assertThat(Launcher.run("stop", "--home", other).output()).contains("Stopped.");
    }
    assertThat(Launcher.run("stop", "--home", one).output()).contains("No factory runs on");
  }

  @Test
  void whatIsNotUnderstoodIsSaidInOneSentence() {
    assertThat(Launcher.run("start", "--port", "none").output())
        .isEqualTo("--port none is no port: give a number from 1 to 65535.\n");
    assertThat(Launcher.run("start", "word").output())
        .isEqualTo("'word' is not understood here: see ./aifactory help\n");
    assertThat(Launcher.run("start", "--database", "mysql://db").output())
        .startsWith("--database takes the address of a PostgreSQL");
    assertThat(Launcher.run("help").output()).startsWith("Usage: ./aifactory VERB");
  }

  /// When the programs of the database were unpacked, which the launcher does once for all homes.
  private static FileTime unpackedAt(Path folder) throws IOException {
    try (var found = Files.list(folder)) {
      var programs =
          found
              .filter(file -> file.getFileName().toString().startsWith("binaries-"))
              .findFirst()
              .orElseThrow();
      return Files.getLastModifiedTime(programs.resolve("bin/postgres"));
    }
  }

  private static URI firstLink(String output, String port) {
    var link = Pattern.compile("http://localhost:" + port + "/first/\\S+").matcher(output);
    assertThat(link.find()).as(output).isTrue();
    return URI.create(link.group());
  }

  private static String page(URI address) throws Exception {
    try (var browser = HttpClient.newHttpClient()) {
      var answer = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
