package lu.aifactory.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The advisor's token comes from a file or from the environment: what stands on a command line can be read by
/// everybody on the machine.
final class AdvisorToken {

  static final String VARIABLE = "AIFACTORY_ADVISOR_TOKEN";

  private AdvisorToken() {}

  /// @return null when none is given
  static @Nullable String find(@Nullable Path file, Map<String, String> environment) {
    if (file == null) {
      var token = environment.getOrDefault(VARIABLE, "").strip();
      return token.isEmpty() ? null : token;
    }
    try {
      var token = Files.readString(file).strip();
      if (token.isEmpty()) throw Stopped.badFile(file + " holds no token.");
      return token;
    } catch (IOException broken) {
      throw Stopped.badFile("The file " + file + " with the advisor's token cannot be read.");
    }
  }
}
