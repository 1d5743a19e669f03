package lu.aifactory.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command that people type.
final class Launcher {

  private static final Path COMMAND = Path.of("..", "aifactory");
  private static final Path APPLICATION = Path.of("..", "platform", "target", "app");
  private static final int MINUTES = 8;

  private Launcher() {}

  /// What a verb answered.
  record Said(int status, String output) {}

  /// The folder of the application, unpacked and warmed up.
  static Path prepared() {
    var said = run("prepare");
    if (said.status() != 0) throw new AssertionError(said.output());
    return APPLICATION;
  }

  /// Runs a verb with its options.
  static Said run(String... words) {
    var line = new ArrayList<>(List.of(COMMAND.toString()));
    line.addAll(List.of(words));
    try {
      var output = Files.createTempFile("aifactory-said", ".txt");
      try {
        var process =
            new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          return new Said(process.exitValue(), Files.readString(output));
        }
        process.destroyForcibly();
        throw new AssertionError("It did not end:\n" + Files.readString(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
