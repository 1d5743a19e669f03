package lu.aifactory.platform.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of one instance: keys, the embedded database, logs. Nothing in it is for other users of the machine.
public record Home(Path directory) {

  /// Makes the folder if it is missing.
  public Home {
    directory = privateDirectory(directory.toAbsolutePath().normalize());
  }

  /// Where keys lie, outside the database.
  public Path keys() {
    return privateDirectory(directory.resolve("keys"));
  }

  /// A private folder for one purpose.
  public Path folder(String name) {
    return privateDirectory(directory.resolve(name));
  }

  private static Path privateDirectory(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return path;
      }
      return Files.createDirectories(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
