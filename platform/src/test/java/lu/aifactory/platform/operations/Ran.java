package lu.aifactory.platform.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lu.aifactory.postgres.TestDatabase;

/// What an operator's verb answered.
record Ran(int status, String out, String err) {

  static Ran on(TestDatabase database, Path home, String... words) {
    return on(database.jdbcUrl(), database.user(), database.password(), home, words);
  }

  static Ran on(String url, String user, String password, Path home, String... words) {
    var line = new ArrayList<>(List.of(words));
    line.addAll(
        List.of(
            "--aifactory.home=" + home,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--spring.datasource.password=" + password));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var status =
        new Operator(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(line.toArray(String[]::new));
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
