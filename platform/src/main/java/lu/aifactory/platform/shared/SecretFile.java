package lu.aifactory.platform.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// A small file that only its owner may read. It appears complete or not at all.
public record SecretFile(Path path) {

  /// Whether it is there.
  public boolean exists() {
    return Files.exists(path);
  }

  /// What is in it.
  public byte[] read() throws IOException {
    return Files.readAllBytes(path);
  }

  /// Writes the file unless somebody else was quicker; answers what is in it now.
  public byte[] createOrRead(byte[] content) throws IOException {
    var draft = draft(content);
    try {
      Files.createLink(path, draft);
      syncFolder();
      return content;
    } catch (FileAlreadyExistsException quicker) {
      return read();
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Puts other content into it.
  public void replace(byte[] content) throws IOException {
    Files.move(
        draft(content), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder();
  }

  // The name of a file is on the disk when its folder is.
  private void syncFolder() throws IOException {
    try (var channel = FileChannel.open(folder(), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path folder() {
    return Objects.requireNonNull(path.toAbsolutePath().getParent());
  }

  private Path draft(byte[] content) throws IOException {
    var draft =
        Files.createTempFile(
            folder(),
            path.getFileName().toString(),
            ".draft",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) channel.write(buffer);
      channel.force(true);
    }
    return draft;
  }
}
