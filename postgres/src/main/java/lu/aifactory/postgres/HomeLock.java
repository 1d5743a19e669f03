package lu.aifactory.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// One process at a time uses a home. The kernel frees the lock when the process dies, however it dies.
final class HomeLock implements AutoCloseable {

  private final Home home;
  private final FileChannel channel;

  private HomeLock(Home home, FileChannel channel) {
    this.home = home;
    this.channel = channel;
  }

  static HomeLock take(Home home) {
    var owner = Home.read(home.owner()).map(String::strip).orElse("");
    // Closing a second channel on the file would free our own lock, so this is asked before opening
    // it.
    if (owner.equals(self())) throw inUse(home, owner);
    try {
      var channel =
          FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw inUse(home, owner);
      }
      Home.write(home.owner(), self());
      return new HomeLock(home, channel);
    } catch (IOException e) {
      throw Home.broken("The lock " + home.lock() + " cannot be taken", e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static PostgresFailure inUse(Home home, String owner) {
    var pid = owner.isEmpty() ? "unknown" : owner.substring(0, (owner + " ").indexOf(' '));
    return new PostgresFailure(
        PostgresFailure.Reason.HOME_IN_USE,
        "The database in "
            + home.path()
            + " is already in use by process "
            + pid
            + ": stop that one first, or choose another home.");
  }

  /// With the start time, because a restarted container gives the same process id again.
  private static String self() {
    var process = ProcessHandle.current();
    return process.pid()
        + " "
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(home.owner());
      channel.close();
    } catch (IOException e) {
      throw Home.broken("The lock " + home.lock() + " cannot be freed", e);
    }
  }
}
