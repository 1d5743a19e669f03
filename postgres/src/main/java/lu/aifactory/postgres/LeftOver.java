package lu.aifactory.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A server that a crashed process left running on a home, and the traces of one. Used only under the home's lock, so
/// whatever still works on the data has lost its owner.
record LeftOver(Home home) {

  private static final Duration FAST = Duration.ofSeconds(60);
  private static final Duration IMMEDIATE = Duration.ofSeconds(30);

  void clear() {
    stop();
    try {
      // Nobody works on the data, so a process id noted there is of no process or of a stranger's.
      Files.deleteIfExists(home.data().resolve("postmaster.pid"));
    } catch (IOException e) {
      throw Home.broken("The trace of a crashed server cannot be removed from " + home.data(), e);
    }
  }

  private void stop() {
    var postmaster = home.postmaster();
    var working = working();
    if (working.isEmpty()) return;
    postmaster.filter(working::contains).ifPresent(pid -> Command.signal("INT", pid));
    if (Waiting.until(FAST, () -> working().isEmpty())) return;
    working().forEach(pid -> Command.signal("QUIT", pid));
    if (Waiting.until(IMMEDIATE, () -> working().isEmpty())) return;
    throw new PostgresFailure(
        PostgresFailure.Reason.LEFT_OVER,
        "A PostgreSQL left over by a crash still works on "
            + home.data()
            + " as process "
            + working()
            + " and does not stop: end it by hand.");
  }

  /// A PostgreSQL process always stands in its data folder; a shell that happens to stand there is another program.
  private List<Long> working() {
    return target(home.data())
        .map(data ->
            ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid ->
                    target(Path.of("/proc", pid.toString(), "cwd")).equals(Optional.of(data)))
                .filter(LeftOver::isPostgres)
                .toList())
        .orElse(List.of());
  }

  private static boolean isPostgres(long pid) {
    try {
      var program =
          Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "exe")).getFileName();
      return program != null && program.toString().startsWith("postgres");
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Path> target(Path link) {
    try {
      return Optional.of(link.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
