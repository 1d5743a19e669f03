package lu.aifactory.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged application in a process of its own, on a home and a free port. Closing it stops it as an operator would.
public final class RunningFactory implements AutoCloseable {

  private static final Path APPLICATION = Launcher.prepared();
  // Unpacked by the first of them that has an embedded database, for all.
  private static final Path PROGRAMS = freshHome();
  private static final Duration COMING_UP = Duration.ofMinutes(4);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process process;
  private final Path home;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private RunningFactory(Process process, Path home, int port) {
    this.process = process;
    this.home = home;
    this.port = port;
  }

  /// Starts it and waits until it is healthy. Further settings are given as `--name=value`.
  public static RunningFactory start(Path home, String... settings) {
    return start(home, Map.of(), settings);
  }

  /// The same with environment variables.
  public static RunningFactory start(
      Path home, Map<String, String> environment, String... settings) {
    int port = freePort();
    var words = new ArrayList<>(List.of(settings));
    words.add("--server.port=" + port);
    var builder = new ProcessBuilder(line(home, words));
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(home);
      var process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log(home).toFile()))
              .start();
      var factory = new RunningFactory(process, home, port);
      factory.awaitHealth();
      return factory;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// An empty home, through which the account of an embedded database may pass. It is gone when the tests are.
  public static Path freshHome() {
    try {
      var home = Files.createTempDirectory("aifactory-home");
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
      return home;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void delete(Path home) {
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException | UncheckedIOException stays) {
      System.err.println("The folder " + home + " stays: " + stays.getMessage());
    }
  }

  /// What a verb of the operator answered.
  public record Verb(int status, String output) {}

  /// Runs a verb such as `backup FILE` on a home, whether the factory runs there or not.
  public static Verb operate(Path home, String... words) {
    return operate(home, Map.of(), words);
  }

  /// The same with environment variables.
  public static Verb operate(Path home, Map<String, String> environment, String... words) {
    var builder = new ProcessBuilder(line(home, List.of(words)));
    builder.environment().putAll(environment);
    try {
      var process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes());
      return new Verb(process.waitFor(), output);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static List<String> line(Path home, List<String> words) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // Tests start more than they run.
            "-XX:TieredStopAtLevel=1",
            "-XX:AOTCache=" + APPLICATION.resolve("aifactory-platform.aot"),
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            APPLICATION.resolve("aifactory-platform.jar").toString()));
    line.addAll(words);
    line.add("--aifactory.home=" + home);
    line.add("--aifactory.postgres.programs=" + PROGRAMS);
    return line;
  }

  private void awaitHealth() throws IOException {
    long end = System.nanoTime() + COMING_UP.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (call("GET", "/actuator/health", null, null).status() == 200) return;
        Thread.sleep(200);
      } catch (UncheckedIOException notYet) {
        pause();
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
    process.destroyForcibly();
    throw new AssertionError("The factory did not come up:\n" + Files.readString(log(home)));
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  public Path home() {
    return home;
  }

  public long pid() {
    return process.pid();
  }

  /// An answer over HTTP.
  public record Answer(int status, String type, String body) {

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public Answer fine() {
      if (status < 200 || status > 299) throw new AssertionError(status + ": " + body);
      return this;
    }
  }

  /// Calls with a JSON body; token and body may be null, headers come in pairs.
  ///
  /// @throws UncheckedIOException when no answer came
  public Answer call(String method, String path, String token, Object body, String... headers) {
    var request =
        HttpRequest.newBuilder(address().resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (token != null) request.header("Authorization", "Bearer " + token);
    if (headers.length > 0) request.headers(headers);
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /// kill -9 of the application alone.
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
    client.close();
  }

  private void awaitEnd() {
    try {
      if (process.waitFor(90, TimeUnit.SECONDS)) return;
      process.destroyForcibly();
      throw new AssertionError("The factory did not stop.");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Path log(Path home) {
    return home.resolve("platform.log");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
