package lu.aifactory.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The server's programs, unpacked once into a folder that several servers may share.
record Binaries(Path folder, String version) {

  private static final Set<PosixFilePermission> RUN = PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> READ = PosixFilePermissions.fromString("rw-r--r--");

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /// The first number of the version, which decides whether data can be read.
  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  static Binaries in(Path cache) {
    var version = bundledVersion();
    var target = cache.toAbsolutePath().normalize().resolve("binaries-" + version);
    try {
      if (!Files.isDirectory(target)) unpack(target);
      return new Binaries(target, version);
    } catch (IOException e) {
      throw Home.broken("PostgreSQL's programs cannot be unpacked to " + target, e);
    }
  }

  private static String bundledVersion() {
    var properties = new Properties();
    try (var in = Binaries.class.getResourceAsStream("binaries.properties")) {
      if (in != null) properties.load(in);
    } catch (IOException e) {
      throw Home.broken("The version of the bundled PostgreSQL cannot be read", e);
    }
    return properties.getProperty("version", "unknown.0");
  }

  /// Unpacked beside the target and renamed, so nobody ever sees half of it; who comes second uses the first's copy.
  private static void unpack(Path target) throws IOException {
    var archive = archiveName(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    try (var in = Binaries.class.getResourceAsStream("/" + archive)) {
      if (in == null) throw unsupported(archive + " is not on the class path");
      var parent = Files.createDirectories(target.resolveSibling(""));
      var temporary = parent.resolve(target.getFileName() + ".tmp-" + UUID.randomUUID());
      try {
        extract(in, temporary);
        openFolders(temporary);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // Somebody else was faster, and that copy is as good.
        if (!Files.isDirectory(target)) throw e;
      } finally {
        delete(temporary);
      }
      sweep(parent);
    }
  }

  static String archiveName(String system, String processor) {
    if (!system.toLowerCase(Locale.ROOT).startsWith("linux"))
      throw unsupported(system + " " + processor);
    return switch (processor) {
      case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
      case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
      default -> throw unsupported(system + " " + processor);
    };
  }

  private static PostgresFailure unsupported(String what) {
    return new PostgresFailure(
        PostgresFailure.Reason.UNSUPPORTED_PLATFORM,
        "The embedded PostgreSQL exists for Linux on amd64 and arm64 only ("
            + what
            + "): set --database URL to a PostgreSQL server of your own.");
  }

  private static void extract(InputStream archive, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder))
          throw new IOException("outside of the folder: " + entry.getName());
        extract(tar, entry, file);
      }
    }
  }

  private static void extract(InputStream content, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    Files.setPosixFilePermissions(file, (entry.getMode() & 0100) != 0 ? RUN : READ);
  }

  /// Whatever the caller's umask, the account that the server runs under must get in.
  private static void openFolders(Path top) throws IOException {
    try (var files = Files.walk(top)) {
      for (var folder :
          files.filter(file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).toList()) {
        Files.setPosixFilePermissions(folder, RUN);
      }
    }
  }

  /// What a crash during an earlier unpacking left behind.
  private static void sweep(Path parent) throws IOException {
    var old = Instant.now().minus(Duration.ofHours(6));
    try (var files = Files.list(parent)) {
      for (var file : files.filter(f -> f.getFileName().toString().contains(".tmp-")).toList()) {
        if (lastModified(file).isBefore(old)) delete(file);
      }
    }
  }

  private static Instant lastModified(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException gone) {
      // Whoever unpacked into it has taken it away.
      return Instant.MAX;
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return;
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
