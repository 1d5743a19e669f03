package lu.aifactory.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// A throw-away server for tests, one per JVM, fast instead of durable, gone when the JVM ends. A schema is migrated once
/// into a template database and then copied, which takes some ten milliseconds.
public final class TestPostgres {

  private final EmbeddedPostgres server;
  private final Map<String, String> templates = new ConcurrentHashMap<>();

  private TestPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /// Started at first use. It is the one static state of this module: tests of one JVM share the server on purpose.
  private static final class Shared {
    private static final TestPostgres SERVER = start();
  }

  /// A fresh copy of the template; `migrate` fills the template the first time that this JVM asks for its name, and must
  /// close the connections that it opens.
  public static TestDatabase databaseFrom(String templateName, Consumer<DataSource> migrate) {
    var shared = Shared.SERVER;
    var template =
        shared.templates.computeIfAbsent(templateName, name -> shared.migrated(name, migrate));
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    return new TestDatabase(shared.server, shared.server.createDatabase(name, template));
  }

  /// An empty database.
  public static TestDatabase database() {
    return databaseFrom("empty", source -> {});
  }

  private String migrated(String name, Consumer<DataSource> migrate) {
    var template = "template_" + name;
    var database = server.createDatabase(template);
    try {
      migrate.accept(database.dataSource());
      server.seal(template);
      return template;
    } catch (RuntimeException e) {
      // So that the next test meets the same failure and not a half-filled template.
      server.dropDatabase(template);
      throw e;
    }
  }

  private static TestPostgres start() {
    var cache = cache();
    var homes = cache.resolve("homes");
    try {
      Files.createDirectories(homes);
      sweep(homes);
      var home = homes.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
      var server = EmbeddedPostgres.start(home, cache, Durability.FAST);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> discard(server, home), "test-postgres-stop"));
      return new TestPostgres(server);
    } catch (IOException e) {
      throw Home.broken("The folder " + homes + " of the test servers cannot be used", e);
    }
  }

  static Path cache() {
    var set = System.getenv("XDG_CACHE_HOME");
    var caches =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(set);
    var folder = caches.resolve("aifactory").resolve("postgres");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      var user = System.getProperty("user.name");
      return Path.of(System.getProperty("java.io.tmpdir"), "aifactory-postgres-" + user);
    }
  }

  /// Homes of test JVMs that were killed.
  private static void sweep(Path homes) throws IOException {
    try (var folders = Files.list(homes)) {
      for (var folder : folders.toList()) {
        var name = folder.getFileName().toString();
        var pid = Long.parseLong(name.substring(0, name.indexOf('-')));
        if (ProcessHandle.of(pid).isPresent()) continue;
        new LeftOver(new Home(folder)).clear();
        Binaries.delete(folder);
      }
    }
  }

  private static void discard(EmbeddedPostgres server, Path home) {
    server.drop();
    try {
      Binaries.delete(home);
    } catch (IOException e) {
      System.err.println("The test server's folder " + home + " stays: " + e.getMessage());
    }
  }
}
