package lu.aifactory.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// A PostgreSQL server of our own below one folder: on localhost only, with a password, data checksums and durable
/// commits. A crash of this process does no harm: the server is shut down by its watch, and the next start ends
/// whatever is left and recovers. A crash of the server does no harm either: it is started again on its port.
///
/// Close it last, after everything that uses its connections.
public final class EmbeddedPostgres implements AutoCloseable {

  private final HomeLock lock;
  private final LivingServer server;
  private final ConnectionSettings settings;

  private EmbeddedPostgres(HomeLock lock, LivingServer server, Home home) {
    this.lock = lock;
    this.server = server;
    this.settings =
        new ConnectionSettings(server.port(), Cluster.DATABASE, Cluster.USER, home.password());
  }

  /// Starts the server of this home, making its data the first time.
  ///
  /// @throws PostgresFailure with one sentence for the operator
  public static EmbeddedPostgres start(Path home) {
    return start(home, home);
  }

  /// The same with the unpacked programs in a folder that several homes share.
  public static EmbeddedPostgres start(Path home, Path cache) {
    return start(home, cache, Durability.DURABLE);
  }

  static EmbeddedPostgres start(Path folder, Path cache, Durability durability) {
    var home = Home.create(folder, RunAs.root());
    var lock = HomeLock.take(home);
    try {
      var binaries = Binaries.in(cache);
      var runAs = RunAs.choose(home, binaries);
      new LeftOver(home).clear();
      new Cluster(home, binaries, runAs).prepare();
      return new EmbeddedPostgres(
          lock, LivingServer.start(home, binaries, runAs, durability), home);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// How to reach the server of a home that another process runs, for operator tools; empty when none answers.
  public static Optional<ConnectionSettings> running(Path folder) {
    var home = new Home(folder);
    if (!home.hasData() || !Files.isReadable(home.path().resolve("password")))
      return Optional.empty();
    return home.rememberedPort()
        .map(port -> new ConnectionSettings(port, Cluster.DATABASE, Cluster.USER, home.password()))
        .filter(EmbeddedPostgres::answers);
  }

  private static boolean answers(ConnectionSettings settings) {
    try {
      settings.knock();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  public ConnectionSettings settings() {
    return settings;
  }

  public String jdbcUrl() {
    return settings.jdbcUrl();
  }

  public String user() {
    return settings.user();
  }

  public String password() {
    return settings.password();
  }

  public int port() {
    return settings.port();
  }

  /// The process id of the server; another one after it was started again.
  public long pid() {
    return server.pid();
  }

  public ConnectionSettings createDatabase(String name) {
    maintenance().execute("CREATE DATABASE " + quoted(name));
    return settings.to(name);
  }

  /// A copy of a database to which nobody is connected.
  public ConnectionSettings createDatabase(String name, String template) {
    maintenance().execute("CREATE DATABASE " + quoted(name) + " TEMPLATE " + quoted(template));
    return settings.to(name);
  }

  /// Ends the connections to the database and removes it.
  public void dropDatabase(String name) {
    var drop = "DROP DATABASE IF EXISTS " + quoted(name);
    try {
      maintenance().execute(drop + " WITH (FORCE)");
    } catch (PostgresFailure failure) {
      if (!meetsAutovacuum(failure)) throw failure;
      // Only a superuser may end it; without force, PostgreSQL asks it to stop and waits.
      maintenance().execute(drop);
    }
  }

  private static boolean meetsAutovacuum(PostgresFailure failure) {
    return failure.getCause() instanceof SQLException sql && "42501".equals(sql.getSQLState());
  }

  /// From now on nobody may connect to it, so it can be copied at any time.
  void seal(String template) {
    maintenance().execute("ALTER DATABASE " + quoted(template) + " ALLOW_CONNECTIONS false");
  }

  private ConnectionSettings maintenance() {
    return settings.to("postgres");
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    try {
      server.stop();
    } finally {
      lock.close();
    }
  }

  /// Ends the server without writing anything out: for data that are thrown away.
  void drop() {
    try {
      server.drop();
    } finally {
      lock.close();
    }
  }
}
