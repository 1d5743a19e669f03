package lu.aifactory.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The folder of one embedded server and what lies in it.
record Home(Path path) {

  Home {
    path = path.toAbsolutePath().normalize();
  }

  /// When root owns the home, another account must be able to pass through to the data; what is secret has 0600 itself.
  static Home create(Path path, boolean asRoot) {
    var home = new Home(path);
    try {
      if (!Files.isDirectory(home.path)) {
        Files.createDirectories(home.path);
        var permissions = PosixFilePermissions.fromString(asRoot ? "rwx--x--x" : "rwx------");
        Files.setPosixFilePermissions(home.path, permissions);
      }
      return home;
    } catch (IOException e) {
      throw broken("The folder " + home.path + " cannot be made", e);
    }
  }

  Path data() {
    return path.resolve("data");
  }

  Path log() {
    return path.resolve("server.log");
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path owner() {
    return path.resolve("owner");
  }

  boolean hasData() {
    return Files.isDirectory(data());
  }

  /// The password of the account that the application uses.
  String password() {
    return secret("password");
  }

  /// The password of the superuser, which only this launcher and a person in an emergency need.
  String superuserPassword() {
    return secret("superuser-password");
  }

  Optional<Integer> rememberedPort() {
    return read(path.resolve("port"))
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,5}"))
        .map(Integer::valueOf);
  }

  void rememberPort(int port) {
    write(path.resolve("port"), Integer.toString(port));
  }

  /// The process id that a server notes in its data folder, when there is one.
  Optional<Long> postmaster() {
    return read(data().resolve("postmaster.pid"))
        .flatMap(text -> text.lines().findFirst())
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  private String secret(String name) {
    var file = path.resolve(name);
    var known = read(file).map(String::strip).filter(text -> !text.isEmpty());
    if (known.isPresent()) return known.get();
    if (hasData()) {
      throw new PostgresFailure(
          PostgresFailure.Reason.BROKEN,
          "The file "
              + file
              + " is missing or cannot be read: restore it, it belongs to the data beside it.");
    }
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    write(file, fresh);
    return fresh;
  }

  static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Written beside and renamed, so a crash leaves the old or the new content, never half of it.
  static void write(Path file, String text) {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        var bytes = StandardCharsets.UTF_8.encode(text + "\n");
        while (bytes.hasRemaining()) channel.write(bytes);
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw broken("The file " + file + " cannot be written", e);
    }
  }

  static PostgresFailure broken(String sentence, IOException cause) {
    return new PostgresFailure(
        PostgresFailure.Reason.BROKEN,
        sentence + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ").",
        cause);
  }
}
