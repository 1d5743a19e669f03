package lu.aifactory.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.shared.Home;

/// The files of a home that belong into a backup: all keys, and the audit checkpoints kept outside the database. The
/// embedded database's own folder, logs and the launcher's notes do not.
record HomeFiles(Path home) {

  static final String PREFIX = "home/";

  private static final List<String> FOLDERS = List.of("keys", "audit");
  private static final Path CHECKPOINTS = Path.of("audit", "checkpoints.log");
  private static final Path UNFINISHED = Path.of("restore-unfinished");

  long checkpointsLength() throws IOException {
    var file = home.resolve(CHECKPOINTS);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  void writeTo(PartWriter parts, long checkpoints) throws IOException, SQLException {
    for (var file : files()) {
      boolean growing = home.relativize(file).equals(CHECKPOINTS);
      parts.write(
          PREFIX + home.relativize(file),
          sink -> {
            try (var content = Files.newInputStream(file)) {
              if (growing) transfer(content, checkpoints, sink);
              else content.transferTo(sink);
            }
            return 0;
          });
    }
  }

  private static void transfer(InputStream content, long length, OutputStream sink)
      throws IOException {
    var buffer = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int read = content.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) return;
      sink.write(buffer, 0, read);
      left -= read;
    }
  }

  private List<Path> files() throws IOException {
    var found = new ArrayList<Path>();
    for (var folder : FOLDERS) {
      var path = home.resolve(folder);
      if (!Files.isDirectory(path)) continue;
      try (var walk = Files.walk(path)) {
        walk.filter(Files::isRegularFile).sorted().forEach(found::add);
      }
    }
    return found;
  }

  void refuseUnlessEmpty() throws IOException {
    refuseUnfinished();
    var there = files();
    if (there.isEmpty()) return;
    throw new Halt(
        "The home "
            + home
            + " is in use (there is "
            + there.getFirst()
            + "): a backup is restored into an empty home only; nothing was changed.");
  }

  /// From here until [#finish()] the home is neither empty nor a factory.
  void begin() throws IOException {
    Files.createFile(home.resolve(UNFINISHED));
    Durable.sync(home);
  }

  void finish() throws IOException {
    Files.delete(home.resolve(UNFINISHED));
    Durable.sync(home);
  }

  void refuseUnfinished() {
    if (!Files.exists(home.resolve(UNFINISHED))) return;
    throw new Halt(
        "A restore into "
            + home
            + " did not finish: remove the home (and take a new database if it is not the embedded one) and restore again.");
  }

  void put(String part, InputStream content) throws IOException {
    var file = home.resolve(part.substring(PREFIX.length())).normalize();
    if (FOLDERS.stream().noneMatch(folder -> file.startsWith(home.resolve(folder))))
      throw new Halt("The backup holds a file that belongs in no home: " + part);
    var folder = new Home(home).folder(home.relativize(file.getParent()).toString());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var sink = Files.newOutputStream(file)) {
      content.transferTo(sink);
    }
    Durable.sync(file);
    Durable.sync(folder);
  }
}
