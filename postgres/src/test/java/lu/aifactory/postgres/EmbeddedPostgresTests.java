package lu.aifactory.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class EmbeddedPostgresTests {

  private static final Path CACHE = TestPostgres.cache();

  @TempDir Path home;

  private static String answer(ConnectionSettings settings, String sql) throws SQLException {
    try (var connection = settings.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  // Alone, so that nobody takes the port in between.
  @Test
  @ResourceLock(Resources.GLOBAL)
  void keepsDataPasswordAndPortAcrossRestart() throws SQLException {
    int port;
    String password;
    try (var server = EmbeddedPostgres.start(home, CACHE)) {
      server
          .settings()
          .execute("create table note (text text)", "insert into note values ('Moien')");
      port = server.port();
      password = server.password();
    }
    try (var server = EmbeddedPostgres.start(home, CACHE)) {
      assertThat(answer(server.settings(), "select text from note")).isEqualTo("Moien");
      assertThat(server.port()).isEqualTo(port);
      assertThat(server.password()).isEqualTo(password);
    }
  }

  @Test
  void comesBackOnItsPortWhenItsServerIsKilled() throws SQLException {
    try (var server = EmbeddedPostgres.start(home, CACHE)) {
      server
          .settings()
          .execute("create table note (text text)", "insert into note values ('Moien')");
      long killed = server.pid();
      Command.signal("KILL", killed);
      assertThat(Waiting.until(Duration.ofSeconds(60), () -> server.pid() != killed)).isTrue();
      assertThat(answer(server.settings(), "select text from note")).isEqualTo("Moien");
    }
    assertThat(EmbeddedPostgres.running(home)).isEmpty();
  }

  @Test
  void isDurableAndChecksItsPages() throws SQLException {
    try (var server = EmbeddedPostgres.start(home, CACHE)) {
      for (var setting :
          List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
        assertThat(answer(server.settings(), "show " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(answer(server.settings(), "show server_version")).startsWith("18.");
      assertThat(answer(server.settings(), "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(answer(server.settings(), "show server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  void refusesWrongPasswordAndGivesTheApplicationNoSuperuser() throws Exception {
    try (var server = EmbeddedPostgres.start(home, CACHE)) {
      var wrong = new ConnectionSettings(server.port(), "aifactory", server.user(), "guess");
      assertThatThrownBy(wrong::knock).hasMessageContaining("password authentication failed");
      var nobody = new ConnectionSettings(server.port(), "aifactory", "postgres", "");
      assertThatThrownBy(nobody::knock).isInstanceOf(SQLException.class);
      assertThat(answer(server.settings(), "show is_superuser")).isEqualTo("off");
      for (var secret : List.of("password", "superuser-password")) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(secret))))
            .isEqualTo("rw-------");
      }
      assertThat(server.settings().toString()).doesNotContain(server.password());
    }
  }

  @Test
  void stopsCleanlyAndLeavesNoProcess() throws Exception {
    var server = EmbeddedPostgres.start(home, CACHE);
    var pid = server.pid();
    server.close();
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    assertThat(Files.readString(home.resolve("server.log")))
        .contains("database system is shut down");
    assertThat(EmbeddedPostgres.running(home)).isEmpty();
  }

  @Test
  void isFoundByOperatorToolsWhileItRuns() throws SQLException {
    assertThat(EmbeddedPostgres.running(home)).isEmpty();
    try (var server = EmbeddedPostgres.start(home, CACHE)) {
      assertThat(EmbeddedPostgres.running(home)).contains(server.settings());
    }
  }

  @Test
  void refusesSecondStartInTheSameProcessAndStaysLocked() throws Exception {
    try (var server = EmbeddedPostgres.start(home, CACHE)) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, CACHE))
            .isInstanceOf(PostgresFailure.class)
            .hasMessageContaining("already in use by process " + ProcessHandle.current().pid());
      }
      var child = ChildProcess.on(home, CACHE);
      assertThat(child.process().waitFor()).isNotZero();
      server.settings().knock();
    }
  }

  @Test
  @Tag("slow")
  void refusesHomeOfAnotherLivingProcessNamingIt() throws Exception {
    var child = ChildProcess.on(home, CACHE);
    var server = child.number("server");
    child.number("committed");
    var failure =
        catchThrowableOfType(PostgresFailure.class, () -> EmbeddedPostgres.start(home, CACHE));
    assertThat(failure.reason()).isEqualTo(PostgresFailure.Reason.HOME_IN_USE);
    assertThat(failure).hasMessageContaining("process " + child.process().pid());
    child.killedAfter();
    assertThat(ends(server)).isTrue();
  }

  @Test
  @Tag("slow")
  void shutsTheServerDownWhenItsProcessIsKilled() throws Exception {
    var child = ChildProcess.on(home, CACHE);
    var server = child.number("server");
    child.number("committed");
    child.killedAfter();
    assertThat(ends(server)).isTrue();
    assertThat(EmbeddedPostgres.running(home)).isEmpty();
  }

  private boolean ends(long server) {
    // It takes its file away shortly before it ends.
    var process = Path.of("/proc", Long.toString(server), "cwd");
    return Waiting.until(
        Duration.ofSeconds(20),
        () -> !Files.exists(home.resolve("data/postmaster.pid")) && !Files.exists(process));
  }

  @Test
  @Tag("slow")
  void endsLeftOverServerOfKilledProcessAndKeepsEveryCommittedRow() throws Exception {
    for (int round = 0; round < 2; round++) {
      var child = ChildProcess.on(home, CACHE);
      var server = child.number("server");
      var first = child.number("committed");
      Thread.sleep(300);
      child.killWatch(server);
      var last = Math.max(first, child.killedAfter());
      assertThat(EmbeddedPostgres.running(home)).isPresent();
      try (var next = EmbeddedPostgres.start(home, CACHE)) {
        assertThat(next.pid()).isNotEqualTo(server);
        var rows = Long.parseLong(answer(next.settings(), "select count(*) from row"));
        assertThat(rows).isBetween(last, last + 1);
        next.settings().execute("drop table row");
      }
    }
  }

  @Test
  @Tag("slow")
  void recoversWhenProcessAndServerAreKilledTogether() throws Exception {
    var child = ChildProcess.on(home, CACHE);
    var server = child.number("server");
    child.number("committed");
    Thread.sleep(200);
    child.killWatch(server);
    Command.signal("KILL", server);
    var last = child.killedAfter();
    try (var next = EmbeddedPostgres.start(home, CACHE)) {
      assertThat(Long.parseLong(answer(next.settings(), "select count(*) from row")))
          .isBetween(last, last + 1);
    }
    assertThat(Files.readString(home.resolve("server.log")))
        .contains("automatic recovery in progress");
  }

  @Test
  void ignoresProcessIdOfAStrangerInStaleTrace() throws Exception {
    EmbeddedPostgres.start(home, CACHE).close();
    var self = ProcessHandle.current().pid();
    Files.writeString(
        home.resolve("data/postmaster.pid"), self + "\n" + home.resolve("data") + "\n1\n1\n");
    EmbeddedPostgres.start(home, CACHE).close();
  }

  @Test
  void refusesDataOfAnotherMajorVersionAndTouchesNothing() throws Exception {
    var data = Files.createDirectory(home.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    var failure =
        catchThrowableOfType(PostgresFailure.class, () -> EmbeddedPostgres.start(home, CACHE));
    assertThat(failure.reason()).isEqualTo(PostgresFailure.Reason.OTHER_DATA);
    assertThat(failure).hasMessageContaining("PostgreSQL 17").hasMessageContaining("PostgreSQL 18");
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void refusesDataWithoutTheirPassword() throws Exception {
    EmbeddedPostgres.start(home, CACHE).close();
    Files.delete(home.resolve("password"));
    assertThatThrownBy(() -> EmbeddedPostgres.start(home, CACHE))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("password");
    Files.writeString(home.resolve("password"), "another");
    assertThatThrownBy(() -> EmbeddedPostgres.start(home, CACHE))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void beginsAgainAfterHalfMadeData() throws Exception {
    Files.writeString(
        Files.createDirectory(home.resolve("data.new")).resolve("PG_VERSION"), "18\n");
    EmbeddedPostgres.start(home, CACHE).close();
    assertThat(home.resolve("data.new")).doesNotExist();
  }

  @Test
  void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
    int port;
    try (var server = EmbeddedPostgres.start(home.resolve("one"), CACHE)) {
      port = server.port();
      new Home(Files.createDirectory(home.resolve("two"))).rememberPort(port);
      try (var other = EmbeddedPostgres.start(home.resolve("two"), CACHE)) {
        assertThat(other.port()).isNotEqualTo(port);
        server.settings().knock();
      }
    }
  }

  @Test
  void makesCopiesAndDropsDatabases() throws SQLException {
    try (var server = EmbeddedPostgres.start(home, CACHE)) {
      server.createDatabase("master").execute("create table t (n int)", "insert into t values (7)");
      var copy = server.createDatabase("a \"copy\"", "master");
      assertThat(answer(server.settings().to("a \"copy\""), "select n from t")).isEqualTo("7");
      server.dropDatabase("a \"copy\"");
      assertThatThrownBy(copy::knock).hasMessageContaining("does not exist");
      assertThatThrownBy(() -> server.createDatabase("master")).isInstanceOf(PostgresFailure.class);
    }
  }

  @Test
  void runsUnderTheOwnerOfTheHomeWhenStartedByRoot() throws Exception {
    assumeTrue(RunAs.root() && Command.exists("setpriv"), "only root can change accounts");
    var open =
        Files.createDirectory(
            Path.of(System.getProperty("java.io.tmpdir"), "postgres-" + UUID.randomUUID()));
    try {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setAttribute(open, "unix:uid", 65534);
      Files.setAttribute(open, "unix:gid", 65534);
      try (var server = EmbeddedPostgres.start(open)) {
        assertThat(Files.getAttribute(Path.of("/proc", Long.toString(server.pid())), "unix:uid"))
            .isEqualTo(65534);
      }
      try (var server = EmbeddedPostgres.start(open)) {
        server.settings().knock();
      }
    } finally {
      Binaries.delete(open);
    }
  }

  @Test
  void saysInOneSentenceWhenRootCannotTakeOnAnAccount() throws Exception {
    assumeTrue(RunAs.root(), "only root has to change accounts");
    Files.setAttribute(home, "unix:uid", 65534);
    var closed =
        Files.createDirectory(
            home.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var inside = Files.createDirectory(closed.resolve("home"));
    Files.setAttribute(inside, "unix:uid", 65534);
    var failure =
        catchThrowableOfType(PostgresFailure.class, () -> EmbeddedPostgres.start(inside, CACHE));
    assertThat(failure.reason()).isEqualTo(PostgresFailure.Reason.CANNOT_LEAVE_ROOT);
    assertThat(failure).hasMessageContaining("set --database URL");
  }

  @Test
  void severalMayUnpackIntoOneFolderAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(3)) {
      var unpacking = Collections.<Callable<Binaries>>nCopies(3, () -> Binaries.in(home));
      for (var binaries : threads.invokeAll(unpacking)) {
        assertThat(Path.of(binaries.get().program("postgres"))).isExecutable();
      }
    }
    try (var left = Files.list(home)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void saysWhichPlatformsThereAre() {
    assertThat(Binaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
    assertThatThrownBy(() -> Binaries.archiveName("Mac OS X", "aarch64"))
        .hasMessageContaining("set --database URL");
    assertThatThrownBy(() -> Binaries.archiveName("Linux", "riscv64"))
        .hasMessageContaining("riscv64");
  }
}
