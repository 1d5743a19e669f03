package lu.aifactory.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A short command line, run to its end.
record Command(List<String> line) {

  record Result(int status, String output) {
    boolean fine() {
      return status == 0;
    }
  }

  static Command of(List<String> prefix, String... rest) {
    var line = new ArrayList<>(prefix);
    line.addAll(List.of(rest));
    return new Command(List.copyOf(line));
  }

  static Command of(String... line) {
    return new Command(List.of(line));
  }

  Result run() {
    return run("");
  }

  Result run(String input) {
    var interrupted = false;
    try {
      var process = builder().redirectErrorStream(true).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended before it had read everything: its status and output say why.
      }
      var output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      while (true) {
        try {
          return new Result(process.waitFor(), output);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  /// In the root folder, which every account may enter, and without the caller's PostgreSQL settings.
  ProcessBuilder builder() {
    var builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  static boolean exists(String program) {
    return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// A signal that Java itself cannot send.
  static void signal(String name, long pid) {
    Command.of("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "signal", name, Long.toString(pid)).run();
  }
}
