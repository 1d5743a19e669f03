package lu.aifactory.platform.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the operator wants done.
sealed interface Order {

  record BackUp(Path file, Optional<Path> key) implements Order {

    Path folder() {
      return Objects.requireNonNullElse(file.getParent(), file);
    }
  }

  record Restore(Path file, Path key) implements Order {}

  record VerifyAudit() implements Order {}

  static Order of(List<String> words, Settings settings) {
    var key = settings.named("key").map(Path::of);
    if (words.size() == 2) {
      var file = Path.of(words.get(1)).toAbsolutePath().normalize();
      switch (words.getFirst()) {
        case "backup" -> {
          return new BackUp(file, key);
        }
        case "restore" -> {
          return new Restore(file, key.orElse(keyBeside(file)));
        }
        case "audit" -> {
          if (words.get(1).equals("verify")) return new VerifyAudit();
        }
        default -> {}
      }
    }
    throw new Halt(
        "Understood are: backup FILE [--key KEYFILE], restore FILE [--key KEYFILE], audit verify.");
  }

  static Path keyBeside(Path backup) {
    return backup.resolveSibling(backup.getFileName() + ".key");
  }
}
