package lu.aifactory.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The data folder: made once, completely or not at all, and never opened by another major version.
record Cluster(Home home, Binaries binaries, RunAs runAs) {

  static final String SUPERUSER = "postgres";
  static final String USER = "aifactory";
  static final String DATABASE = "aifactory";

  void prepare() {
    if (home.hasData()) {
      checkVersion();
      return;
    }
    var fresh = home.path().resolve("data.new");
    var passwordFile = home.path().resolve("superuser-password.initdb");
    try {
      Binaries.delete(fresh);
      Files.createDirectory(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      runAs.give(fresh);
      Home.write(passwordFile, home.superuserPassword());
      runAs.give(passwordFile);
      initialise(fresh, passwordFile);
      createAccount(fresh);
      Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
      try (var folder = FileChannel.open(home.path(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    } catch (IOException e) {
      throw Home.broken("The database in " + home.path() + " cannot be made", e);
    } finally {
      discard(passwordFile);
    }
  }

  private void checkVersion() {
    var found = Home.read(home.data().resolve("PG_VERSION")).map(String::strip).orElse("");
    if (found.equals(binaries.major())) return;
    throw new PostgresFailure(
        PostgresFailure.Reason.OTHER_DATA,
        found.isEmpty()
            ? "The folder "
                + home.data()
                + " is not the data folder of a PostgreSQL that this account can read: nothing was changed."
            : "The data in "
                + home.data()
                + " were written by PostgreSQL "
                + found
                + " and this is PostgreSQL "
                + binaries.major()
                + ": make a backup with the version that wrote them and restore it here; nothing was changed.");
  }

  private void initialise(Path data, Path passwordFile) {
    demandSuccess(
        Command.of(
                runAs.prefix(),
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums")
            .run());
  }

  /// The application is no superuser: it may make databases, but not read files or run programs on the machine.
  private void createAccount(Path data) {
    var statements =
        """
        CREATE ROLE %1$s LOGIN CREATEDB PASSWORD '%2$s';
        CREATE DATABASE %3$s OWNER %1$s;
        """
            .formatted(USER, home.password(), DATABASE);
    demandSuccess(
        Command.of(
                runAs.prefix(),
                binaries.program("postgres"),
                "--single",
                "-D",
                data.toString(),
                SUPERUSER)
            .run(statements));
  }

  private void demandSuccess(Command.Result result) {
    if (result.fine() && !result.output().contains("ERROR:")) return;
    throw new PostgresFailure(
        PostgresFailure.Reason.DID_NOT_START,
        "The database in " + home.path() + " cannot be made: " + result.output());
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Home.broken("The file " + file + " cannot be removed", e);
    }
  }
}
