package lu.aifactory.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a run must remember to go on after it was cut off: its id, the account's secrets, the ids that it was given. Only
/// its owner may read it.
final class RunFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Set<String> MADE_UP = Set.of("url", "run", "password");

  private final Path file;
  private final ObjectNode values;

  private RunFile(Path file, ObjectNode values) {
    this.file = file;
    this.values = values;
  }

  /// Goes on with the run in this directory, or begins one.
  static RunFile open(Path directory, String name, String address) {
    try {
      Files.createDirectories(directory);
      var file = directory.resolve(name + ".run.json");
      var kept = new RunFile(file, Files.exists(file) ? read(file) : JSON.createObjectNode());
      var earlier = kept.find("url");
      if (earlier.isPresent() && !earlier.get().equals(address) && kept.hasBegun()) {
        throw Stopped.badFile(
            file
                + " belongs to a run against "
                + earlier.get()
                + ": choose another directory with --out, or remove the file to begin anew.");
      }
      kept.keep("url", address);
      if (kept.find("run").isEmpty()) {
        kept.keep("run", HexFormat.of().formatHex(random(5)));
      }
      if (kept.find("password").isEmpty()) {
        kept.keep("password", Base64.getUrlEncoder().withoutPadding().encodeToString(random(18)));
      }
      return kept;
    } catch (FileAlreadyExistsException taken) {
      throw Stopped.badFile(directory + " is no directory.");
    } catch (IOException broken) {
      throw Stopped.badFile("The run file cannot be kept in " + directory + ": " + broken);
    }
  }

  /// Whether the factory has answered anything yet; before, only what the run made up for itself stands here.
  private boolean hasBegun() {
    return values.propertyStream().anyMatch(one -> !MADE_UP.contains(one.getKey()));
  }

  private static ObjectNode read(Path file) throws IOException {
    try {
      if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode values) return values;
    } catch (JacksonException broken) {
      // said below
    }
    throw Stopped.badFile(file + " is no run file: remove it to begin anew.");
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  Path path() {
    return file;
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(value -> value.asString());
  }

  String get(String name) {
    return find(name)
        .orElseThrow(
            () -> Stopped.badFile(file + " lacks \"" + name + "\": remove it to begin anew."));
  }

  /// Writes a document of the run beside this file.
  ///
  /// @param ending of its name: `use-case.pdf`
  Path write(String ending, byte[] bytes) {
    var name = String.valueOf(file.getFileName()).replaceFirst("run\\.json$", ending);
    var written = file.resolveSibling(name);
    try {
      return Files.write(written, bytes);
    } catch (IOException broken) {
      throw Stopped.badFile(written + " cannot be written: " + broken.getMessage());
    }
  }

  /// An id that is the same each time that this run asks for it.
  UUID id(String purpose) {
    return UUID.nameUUIDFromBytes(key(purpose).getBytes(StandardCharsets.UTF_8));
  }

  /// The `Idempotency-Key` of one creation of this run.
  String key(String purpose) {
    return get("run") + "/" + purpose;
  }

  void keep(String name, String value) {
    values.put(name, value);
    var written = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(written);
      Files.createFile(written, ownerOnly(written));
      Files.write(written, JSON.writeValueAsBytes(values));
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      throw Stopped.badFile("The run file " + file + " cannot be written: " + broken);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
