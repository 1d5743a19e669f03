package lu.aifactory.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/// The client for people at their own site: it talks to a running factory over REST.
@Command(
    name = "aifactory",
    description = "Talks to a running AI Factory.",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = Aifactory.Version.class)
public final class Aifactory {

  private final PrintWriter out;

  private Aifactory(PrintWriter out) {
    this.out = out;
  }

  /// Runs one verb and ends with its exit code.
  public static void main(String[] words) {
    // A library logs through SLF4J; nobody reads it here, and without this it says so on each run.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    var out = new PrintWriter(System.out, true, charset("stdout.encoding"));
    var err = new PrintWriter(System.err, true, charset("stderr.encoding"));
    System.exit(commands(out, err).execute(words));
  }

  private static Charset charset(String property) {
    return Charset.forName(System.getProperty(property, "UTF-8"));
  }

  static CommandLine commands(PrintWriter out, PrintWriter err) {
    var commands = new CommandLine(new Aifactory(out));
    commands.addSubcommand(new CaseCommand(out));
    return commands
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failure, _, _) -> {
          if (failure instanceof Stopped stopped) {
            err.println(stopped.getMessage());
            return stopped.exit();
          }
          throw failure;
        });
  }

  @Command(name = "version", description = "Prints the version.")
  int version() {
    out.println(Version.TEXT);
    return 0;
  }

  /// The version that the build wrote into the jar.
  static final class Version implements IVersionProvider {

    static final String TEXT =
        "aifactory "
            + Objects.requireNonNullElse(
                Aifactory.class.getPackage().getImplementationVersion(), "(not packaged)");

    @Override
    public String[] getVersion() {
      return new String[] {TEXT};
    }
  }
}
