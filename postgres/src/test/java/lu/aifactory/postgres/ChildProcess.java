package lu.aifactory.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/// Another JVM that starts the server of a home and commits rows, saying each one aloud, until it is killed.
record ChildProcess(Process process, BufferedReader said) {

  static ChildProcess on(Path home, Path cache) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName(),
                home.toString(),
                cache.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new ChildProcess(process, process.inputReader(StandardCharsets.UTF_8));
  }

  public static void main(String[] args) throws SQLException {
    var server = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]));
    System.out.println("server " + server.pid());
    try (var connection = server.settings().dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists row (id int primary key)");
      for (int id = 1; ; id++) {
        statement.execute("insert into row values (" + id + ")");
        System.out.println("committed " + id);
      }
    }
  }

  long number(String word) throws IOException {
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(word + " ")) return Long.parseLong(line.substring(word.length() + 1));
    }
    throw new IOException("the child ended without saying " + word);
  }

  /// SIGKILL, then everything that it had said until then.
  long killedAfter() throws Exception {
    // Through the handle, because the process itself would close what it said.
    process.toHandle().destroyForcibly();
    process.waitFor();
    long last = 0;
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      // The last line may be cut: what was not said whole was not acknowledged.
      if (line.matches("committed \\d+"))
        last = Long.parseLong(line.substring("committed ".length()));
    }
    return last;
  }

  void killWatch(long serverPid) {
    process
        .children()
        .filter(child -> child.pid() != serverPid)
        .forEach(ProcessHandle::destroyForcibly);
  }
}
