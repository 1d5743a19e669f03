package lu.aifactory.platform.schedule;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The folder of one piece of work. What a program left there is not trusted: no link is followed out of it.
record WorkFolder(Path path) {

  void fill(Map<String, Path> files) throws IOException {
    Files.createDirectories(path.getParent());
    Files.createDirectories(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    for (var name : List.of("in", "out", "tmp")) Files.createDirectories(path.resolve(name));
    for (var file : files.entrySet())
      Files.copy(
          file.getValue(),
          path.resolve("in").resolve(WorkOrder.plainName(file.getKey())),
          StandardCopyOption.REPLACE_EXISTING);
  }

  /// Takes away what an earlier attempt left.
  void clean() throws IOException {
    for (var name : List.of("out", "tmp")) {
      delete(path.resolve(name));
      Files.createDirectories(path.resolve(name));
    }
  }

  List<String> results() throws IOException {
    var out = path.resolve("out");
    if (!Files.isDirectory(out, NOFOLLOW_LINKS)) return List.of();
    try (var files = Files.list(out)) {
      return files
          .filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  InputStream result(String name) throws IOException {
    if (!results().contains(WorkOrder.plainName(name))) throw new NoSuchFileException(name);
    return Files.newInputStream(path.resolve("out").resolve(name), NOFOLLOW_LINKS);
  }

  /// How much the program has written.
  long size() {
    var in = path.resolve("in");
    var sum = new long[1];
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.equals(in) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sum[0];
  }

  void delete() throws IOException {
    delete(path);
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, NOFOLLOW_LINKS)) return;
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
