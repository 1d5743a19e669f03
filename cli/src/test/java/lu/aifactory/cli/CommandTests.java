package lu.aifactory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CommandTests {

  @TempDir Path directory;

  private record Said(int exit, String out, String err) {}

  private static Said say(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exit =
        Aifactory.commands(new PrintWriter(out, true), new PrintWriter(err, true)).execute(words);
    return new Said(exit, out.toString(), err.toString());
  }

  @Test
  void checksACaseFile() {
    assertThat(say("case", "check", Example.BAKERY.toString()).exit()).isZero();
  }

  @Test
  void printsThePublishedSchema() throws IOException {
    assertThat(say("case", "schema").out())
        .isEqualTo(Files.readString(Path.of("../docs/reference/case-1.schema.json")));
  }

  @Test
  void refusesAFileThatIsNoJsonAndNamesTheLine() throws IOException {
    var file = Files.writeString(directory.resolve("broken.json"), "{\n  \"format\": oops\n}");
    var said = say("case", "check", file.toString());
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("broken.json: line 2, column").contains("expected JSON");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    var said = say("case", "check", directory.resolve("none.json").toString());
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).startsWith("There is no file");
  }

  @Test
  void sendsNothingOfAFileThatDoesNotFit() throws IOException {
    var spoiled = Example.bakeryWith("/account/language", "\"it\"").toString();
    var file = Files.writeString(directory.resolve("spoiled.json"), spoiled);
    try (var factory = new StubFactory(500, "{}")) {
      var said = run(file, factory.address());
      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.err().lines()).hasSize(1);
      assertThat(factory.asked).isEmpty();
    }
  }

  @Test
  void takesTheAdvisorsTokenFromAFileOrTheEnvironmentOnly() throws IOException {
    var file = Files.writeString(directory.resolve("token"), "aif_secret\n");
    var environment = Map.of(AdvisorToken.VARIABLE, "aif_other");
    assertThat(AdvisorToken.find(file, environment)).isEqualTo("aif_secret");
    assertThat(AdvisorToken.find(null, environment)).isEqualTo("aif_other");
    assertThat(AdvisorToken.find(null, Map.of())).isNull();
    try (var factory = new StubFactory(500, "{}")) {
      var said = run(Example.BAKERY, factory.address(), "--advisor-token", "aif_secret");
      assertThat(said.exit()).isEqualTo(2);
      assertThat(factory.asked).isEmpty();
    }
  }

  @Test
  void callsAFoundersOrganisationByItsProject() {
    var founder = JsonMapper.shared().readTree("{\"firstContact\": {\"project-name\": \"Leaf\"}}");
    assertThat(new CaseFile("leaf", founder).organisationName().asString()).isEqualTo("Leaf");
    var bakery = new CaseFile("bakery", Example.json(Example.BAKERY));
    assertThat(bakery.organisationName())
        .isEqualTo(bakery.content().at("/firstContact/organisation-name"));
  }

  @Test
  void endsWithThreeWhenNobodyAnswers() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var said = run(Example.BAKERY, "http://localhost:" + port);
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).startsWith("No factory answers at http://localhost:" + port);
    assertThat(said.err().lines()).hasSize(1);
  }

  @Test
  void endsWithOneAndTheDetailsWhenTheFactoryRefuses() throws IOException {
    var problem =
        """
        {"detail": "Something does not fit.", "errors": [{"field": "email", "message": "taken"}], "reference": "ab-12"}
        """;
    try (var factory = new StubFactory(422, problem)) {
      var said = run(Example.BAKERY, factory.address());
      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.err().strip())
          .isEqualTo(
              "POST /api/intakes was refused (422): Something does not fit. [email: taken] (reference ab-12)");
    }
  }

  @Test
  void keepsItsSecretsFromOthersAndSendsTheSameKeyAgain() throws IOException {
    try (var factory = new StubFactory(503, "{\"detail\": \"Later.\"}")) {
      run(Example.BAKERY, factory.address());
      run(Example.BAKERY, factory.address());
      assertThat(factory.keys).hasSize(2).doesNotContainNull();
      assertThat(factory.keys.getFirst()).isEqualTo(factory.keys.getLast()).endsWith("/intake");
    }
    var kept = directory.resolve("out/bakery-chain.run.json");
    assertThat(Files.getPosixFilePermissions(kept)).hasSize(2);
  }

  @Test
  void saysThatAnAddressIsNone() {
    assertThat(run(Example.BAKERY, "localhost").exit()).isEqualTo(2);
  }

  @Test
  void explainsItself() {
    assertThat(say("help").out()).contains("case");
    assertThat(say("version").out()).startsWith("aifactory ");
    assertThat(say("case", "run", "--help").out()).contains("Exit codes:");
    assertThat(say("sing").exit()).isEqualTo(2);
  }

  private Said run(Path file, String address, String... more) {
    var words =
        Stream.of(
            "case",
            "run",
            file.toString(),
            "--url",
            address,
            "--out",
            directory.resolve("out") + "");
    return say(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  /// Answers everything with the same words.
  private static final class StubFactory implements AutoCloseable {

    private final List<String> asked = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final HttpServer server;

    StubFactory(int status, String body) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> answer(exchange, status, body));
      server.start();
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
      asked.add(exchange.getRequestURI().getPath());
      keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    String address() {
      return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
