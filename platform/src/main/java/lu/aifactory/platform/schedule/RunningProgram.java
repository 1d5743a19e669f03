package lu.aifactory.platform.schedule;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One program that runs: reads what it prints, and ends it with everything that it started.
final class RunningProgram {

  private static final int TAIL = 8_000;
  private static final Pattern PROGRESS =
      Pattern.compile("progress (\\d{1,3})(?: ([a-z][a-z0-9.-]{0,99}))?");

  private final Process process;
  private final Thread reader;
  private final StringBuilder tail = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private volatile int progress;
  private volatile @Nullable String message;

  RunningProgram(Process process) {
    this.process = process;
    reader = Thread.ofVirtual().name("work-output").start(this::read);
  }

  Process process() {
    return process;
  }

  int progress() {
    return progress;
  }

  @Nullable String message() {
    return message;
  }

  synchronized String tail() {
    return tail.toString();
  }

  // Whatever a program prints, and be it one endless line, only so much of it is held.
  private void read() {
    try (var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      var buffer = new char[2048];
      for (int count = out.read(buffer); count >= 0; count = out.read(buffer))
        for (int n = 0; n < count; n++) take(buffer[n]);
      if (!line.isEmpty()) endOfLine();
    } catch (IOException closed) {
      // The program was ended while it was printing.
    }
  }

  private void take(char letter) {
    if (letter == '\n') endOfLine();
    else if (line.length() < TAIL && letter != '\0') line.append(letter);
  }

  private void endOfLine() {
    var told = PROGRESS.matcher(line);
    if (told.matches()) {
      progress = Math.min(100, Integer.parseInt(told.group(1)));
      if (told.group(2) != null) message = told.group(2);
    } else keep(line.toString());
    line.setLength(0);
  }

  private synchronized void keep(String text) {
    tail.append(text).append('\n');
    if (tail.length() > TAIL) tail.delete(0, tail.length() - TAIL);
  }

  boolean over(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /// Waits for the last words of a program that is over.
  void readToEnd() throws InterruptedException {
    reader.join(2_000);
  }

  /// Ends the program, its children, and what shares its session.
  void kill() {
    killTree(process.toHandle());
  }

  static void killTree(ProcessHandle program) {
    var children = program.descendants().toList();
    try {
      new ProcessBuilder("kill", "-KILL", "--", "-" + program.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      // Then one by one, below.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    program.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
