package lu.aifactory.platform.operations;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import lu.aifactory.platform.audit.ChainVerifier;
import lu.aifactory.platform.audit.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks the audit trail and says in words what it found.
final class AuditCheck {

  private static final long STEP = 100_000;

  private final Settings settings;
  private final PrintStream out;

  AuditCheck(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  int run() throws SQLException {
    try (var database = FactoryDatabase.existing(settings)) {
      return check(database.source(), settings.home(), out);
    }
  }

  static int check(DataSource source, Path home, PrintStream out) {
    var found = verification(source, home, out);
    out.println(found.sentence(Locale.ENGLISH));
    return switch (found) {
      case Verification.Intact _ -> {
        out.println("The audit trail is intact.");
        yield Operator.DONE;
      }
      case Verification.Broken broken -> {
        var entry = Optional.ofNullable(broken.entry()).flatMap(id -> described(source, id));
        out.println("The audit trail is broken" + entry.map(text -> ": " + text).orElse("") + ".");
        yield Operator.NOT_AS_IT_SHOULD_BE;
      }
    };
  }

  private static Verification verification(DataSource source, Path home, PrintStream out) {
    try {
      return new ChainVerifier(source, home)
          .verify(checked -> {
            if (checked % STEP == 0) out.printf(Locale.ROOT, "%,d entries checked%n", checked);
          });
    } catch (IllegalStateException unreadable) {
      var cause = unreadable.getCause();
      throw new Halt(
          unreadable.getMessage() + (cause == null ? "." : ": " + cause.getMessage()), unreadable);
    }
  }

  // As the row stands now, which may be what somebody made of it.
  private static Optional<String> described(DataSource source, UUID entry) {
    return JdbcClient.create(source)
        .sql("select number, at, actor_name, action from audit_entry where id = :id")
        .param("id", entry)
        .query((row, _) ->
            "entry "
                + entry
                + ", number "
                + row.getLong("number")
                + ", says now that "
                + row.getString("actor_name")
                + " did "
                + row.getString("action")
                + " at "
                + row.getString("at"))
        .optional();
  }
}
