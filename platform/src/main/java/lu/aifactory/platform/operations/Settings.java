package lu.aifactory.platform.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/// The words of the command line, and the settings, read from where the application reads them: command line,
/// environment and configuration files.
record Settings(List<String> words, ConfigurableEnvironment environment) {

  static Settings of(String... arguments) {
    var words = new ArrayList<String>();
    var options = new ArrayList<String>();
    for (int n = 0; n < arguments.length; n++) {
      if (arguments[n].equals("--key")) {
        if (n + 1 == arguments.length) throw new Halt("--key needs a file.");
        options.add("--key=" + arguments[++n]);
      } else if (arguments[n].startsWith("--")) options.add(arguments[n]);
      else words.add(arguments[n]);
    }
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SimpleCommandLinePropertySource(options.toArray(String[]::new)));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return new Settings(List.copyOf(words), environment);
  }

  Optional<String> named(String name) {
    return Optional.ofNullable(environment.getProperty(name)).filter(text -> !text.isBlank());
  }

  Path home() {
    return Path.of(environment.getRequiredProperty("aifactory.home")).toAbsolutePath().normalize();
  }

  /// The address of a database that is not the embedded one.
  Optional<String> database() {
    return named("spring.datasource.url").filter(url -> !url.equals("embedded"));
  }
}
