package lu.aifactory.platform.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The checkpoints kept outside the database, one a line, so that a chain whose end was cut off is found.
final class CheckpointFile {

  private final Path path;

  CheckpointFile(Path home) {
    path = home.resolve("audit").resolve("checkpoints.log");
  }

  void append(Checkpoint checkpoint) throws IOException {
    Files.createDirectories(path.getParent());
    try (var channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // A crash may have left half a line; the next one starts afresh and the half one is passed
      // over.
      var line = (endsMidLine(channel) ? "\n" : "") + checkpoint.line() + "\n";
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), channel.size());
      channel.force(true);
    }
  }

  private static boolean endsMidLine(FileChannel channel) throws IOException {
    if (channel.size() == 0) return false;
    var last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) != '\n';
  }

  long length() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  Optional<Checkpoint> last() throws IOException {
    Checkpoint last = null;
    try (var reader = read(length())) {
      for (var next = reader.next(); next != null; next = reader.next()) last = next;
    }
    return Optional.ofNullable(last);
  }

  /// Reads the checkpoints in the first so many bytes of the file.
  Reader read(long length) throws IOException {
    return new Reader(length == 0 ? null : Files.newBufferedReader(path), length);
  }

  /// Goes through the lines; lines that are no checkpoint are passed over.
  static final class Reader implements AutoCloseable {

    private final @Nullable BufferedReader lines;
    private long left;

    private Reader(@Nullable BufferedReader lines, long length) {
      this.lines = lines;
      this.left = length;
    }

    @Nullable Checkpoint next() throws IOException {
      while (lines != null && left > 0) {
        var line = lines.readLine();
        if (line == null) return null;
        left -= line.getBytes(StandardCharsets.UTF_8).length + 1;
        var checkpoint = Checkpoint.parse(line);
        if (checkpoint.isPresent()) return checkpoint.get();
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      if (lines != null) lines.close();
    }
  }
}
