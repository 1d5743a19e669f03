package lu.aifactory.postgres;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The running server process and its watch.
final class Server {

  /// Replaying the log of a crash takes long on a slow disk, so a living process is given time.
  private static final Duration COMING_UP = Duration.ofMinutes(10);

  private static final Duration GOING_DOWN = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 5;
  private static final long LOG_LIMIT = 10L << 20;

  /// Reads from a pipe that only our process holds open. When we die, however we die, it ends and the server is shut down.
  private static final String WATCH =
      """
      trap '' INT TERM HUP
      read -r _
      case "$(tr '\\0' ' ' <"/proc/$1/cmdline")" in *" -D $2 "*) kill -s INT "$1" ;; esac
      """;

  private final Process process;
  private final Process watch;
  private final int port;

  private Server(Process process, Process watch, int port) {
    this.process = process;
    this.watch = watch;
    this.port = port;
  }

  int port() {
    return port;
  }

  static Server start(Home home, Binaries binaries, RunAs runAs, Durability durability) {
    var port = home.rememberedPort().filter(Server::free).orElseGet(Server::anyPort);
    for (int attempt = 1; ; attempt++) {
      var server = launch(home, binaries, runAs, durability, port);
      var trouble = server.awaitReady(home);
      if (trouble.isEmpty()) {
        home.rememberPort(port);
        return server;
      }
      server.stop();
      // Somebody else may take the port between our look and the server's, and last breaths of a
      // crashed server pass.
      var passing =
          trouble.contains("Address already in use")
              || trouble.contains("pre-existing shared memory");
      if (!passing || attempt == ATTEMPTS) {
        throw new PostgresFailure(
            PostgresFailure.Reason.DID_NOT_START,
            "PostgreSQL on "
                + home.data()
                + " does not come up (its log is "
                + home.log()
                + "): "
                + trouble);
      }
      port = anyPort();
    }
  }

  /// On this port, where those who use the server look for it; empty when it does not come up there.
  static Optional<Server> startAgain(
      Home home, Binaries binaries, RunAs runAs, Durability durability, int port) {
    var server = launch(home, binaries, runAs, durability, port);
    if (server.awaitReady(home).isEmpty()) return Optional.of(server);
    server.stop();
    return Optional.empty();
  }

  private static Server launch(
      Home home, Binaries binaries, RunAs runAs, Durability durability, int port) {
    var line = new ArrayList<String>();
    // Otherwise Ctrl-C in the terminal would stop the server before the application has finished
    // with it.
    if (Command.exists("setsid")) line.add("setsid");
    var watchLine = new ArrayList<>(line);
    line.addAll(runAs.prefix());
    line.addAll(
        List.of(
            binaries.program("postgres"),
            "-D",
            home.data().toString(),
            "-p",
            Integer.toString(port)));
    var settings =
        new ArrayList<>(
            List.of("listen_addresses=" + ConnectionSettings.HOST, "unix_socket_directories="));
    settings.addAll(
        List.of(
            "logging_collector=off",
            "log_destination=stderr",
            "log_line_prefix=%m [%p] ",
            "timezone=UTC",
            "log_timezone=UTC"));
    settings.addAll(durability.settings());
    settings.forEach(setting -> line.addAll(List.of("-c", setting)));
    try {
      rotate(home.log());
      var process =
          new Command(line)
              .builder()
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(home.log().toFile()))
              .start();
      watchLine.addAll(
          List.of(
              "/bin/sh",
              "-c",
              WATCH,
              "watch",
              Long.toString(process.pid()),
              home.data().toString()));
      var watch =
          new Command(watchLine)
              .builder()
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return new Server(process, watch, port);
    } catch (IOException e) {
      throw Home.broken("PostgreSQL cannot be started on " + home.data(), e);
    }
  }

  /// Empty when the server answers, otherwise what it said last.
  private String awaitReady(Home home) {
    var settings = new ConnectionSettings(port, Cluster.DATABASE, Cluster.USER, home.password());
    var trouble = new StringBuilder();
    var up =
        Waiting.until(
            COMING_UP,
            () -> {
              if (!process.isAlive()) return true;
              try {
                settings.knock();
                trouble.setLength(0);
                return true;
              } catch (SQLException e) {
                trouble.setLength(0);
                trouble.append(e.getMessage());
                // Wrong password or no such database or account: more waiting changes nothing.
                return String.valueOf(e.getSQLState()).matches("28.*|3D.*");
              }
            });
    if (!process.isAlive())
      return "it ended with status " + process.exitValue() + "; " + tail(home.log());
    return up
        ? trouble.toString()
        : "no answer after " + COMING_UP.toMinutes() + " minutes: " + trouble;
  }

  /// Fast shutdown: open transactions are rolled back, everything committed is written out.
  void stop() {
    if (process.isAlive()) Command.signal("INT", process.pid());
    if (!Waiting.until(GOING_DOWN, () -> !process.isAlive())) {
      Command.signal("QUIT", process.pid());
      if (!Waiting.until(GOING_DOWN, () -> !process.isAlive())) process.destroyForcibly();
    }
    watch.destroyForcibly();
  }

  /// For throw-away servers: nothing is written out.
  void drop() {
    watch.destroyForcibly();
    Command.signal("QUIT", process.pid());
    if (!Waiting.until(Duration.ofSeconds(10), () -> !process.isAlive())) process.destroyForcibly();
  }

  /// Done when the process is gone, whatever ended it.
  CompletableFuture<Process> ended() {
    return process.onExit();
  }

  long pid() {
    return process.pid();
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral(ConnectionSettings.HOST))) {
      return socket.isBound();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static int anyPort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(ConnectionSettings.HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw Home.broken("No free port on " + ConnectionSettings.HOST, e);
    }
  }

  private static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String tail(Path log) {
    var lines = Home.read(log).orElse("").lines().toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
  }
}
