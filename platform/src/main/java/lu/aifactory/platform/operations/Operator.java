package lu.aifactory.platform.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import lu.aifactory.postgres.PostgresFailure;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// Carries out the verbs of an operator: `backup FILE`, `restore FILE` and `audit verify`. Speaks English, one
/// sentence for whatever goes wrong.
public final class Operator {

  static final int DONE = 0;
  static final int NOT_AS_IT_SHOULD_BE = 1;
  static final int COULD_NOT_RUN = 2;

  private final PrintStream out;
  private final PrintStream err;

  /// Tells what was done on one stream, and what went wrong on the other.
  Operator(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// An operator without the application, whose libraries' logs would only be in the way.
  public static Operator atTheTerminal() {
    LoggingSystem.get(Operator.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    return new Operator(System.out, System.err);
  }

  /// Whether the command line asks for an operator and not for the application.
  public static boolean isAskedBy(String... arguments) {
    return arguments.length > 0 && List.of("backup", "restore", "audit").contains(arguments[0]);
  }

  /// Ends the start of an application on a home into which a restore did not finish.
  public static void refuseUnfinishedRestore(Path home) {
    new HomeFiles(home).refuseUnfinished();
  }

  /// Answers the exit code: 0 when all is well, 1 when the audit trail is broken, 2 when it could not be done.
  public int run(String... arguments) {
    try {
      var settings = Settings.of(arguments);
      return switch (Order.of(settings.words(), settings)) {
        case Order.BackUp order -> new BackUp(settings, order, out).run();
        case Order.Restore order -> new Restore(settings, order, out).run();
        case Order.VerifyAudit _ -> new AuditCheck(settings, out).run();
      };
    } catch (Halt halt) {
      err.println(halt.getMessage());
    } catch (PostgresFailure failure) {
      err.println(failure.getMessage());
    } catch (SQLException failure) {
      err.println("The database did not do it: " + failure.getMessage());
    } catch (IOException | GeneralSecurityException failure) {
      err.println(Halt.sentence("That could not be done", failure));
    }
    return COULD_NOT_RUN;
  }
}
