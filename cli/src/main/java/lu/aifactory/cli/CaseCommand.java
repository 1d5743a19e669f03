package lu.aifactory.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verbs about case files.
@Command(
    name = "case",
    description = "Checks a case file, or takes it through a running factory.",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = true)
final class CaseCommand {

  private final PrintWriter out;

  CaseCommand(PrintWriter out) {
    this.out = out;
  }

  @Command(
      name = "run",
      description = {
        "Takes a case from the first contact to the sealed use case and fetches PDF and JSON.",
        "What it has done stands in DIR/<case>.run.json: a run that was cut off goes on where it stopped."
      },
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:the case is sealed, or as far as its signatures go",
        "1:the factory refused something",
        "2:the command or the file is wrong; nothing was sent",
        "3:no factory answers"
      })
  int run(
      @Parameters(paramLabel = "FILE", description = "the case file") Path file,
      @Option(
              names = "--url",
              paramLabel = "URL",
              defaultValue = "http://localhost:8080",
              description = "where the factory is (default: ${DEFAULT-VALUE})")
          URI url,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              defaultValue = ".",
              description = "where the documents and the run file go (default: ${DEFAULT-VALUE})")
          Path directory,
      @Option(
              names = "--advisor-token",
              paramLabel = "FILE",
              description = {
                "a file that holds an API token of the assigned advisor, in place of the variable "
                    + AdvisorToken.VARIABLE,
                "without either the run waits for the advisor"
              })
          @Nullable Path tokenFile) {
    var read = CaseFile.read(file);
    var advisorToken = AdvisorToken.find(tokenFile, System.getenv());
    try (var factory = new Factory(url, out)) {
      var kept = RunFile.open(directory, read.name(), factory.address());
      new CaseRun(read, factory, kept, out).run(advisorToken);
    }
    return 0;
  }

  @Command(
      name = "check",
      description = "Checks a case file against the schema and sends nothing.",
      mixinStandardHelpOptions = true)
  int check(@Parameters(paramLabel = "FILE", description = "the case file") Path file) {
    CaseFile.read(file);
    out.println(file + " is a case file of format 1.");
    return 0;
  }

  @Command(
      name = "schema",
      description = "Prints the JSON Schema of case files.",
      mixinStandardHelpOptions = true)
  int schema() {
    out.print(CaseSchema.text());
    out.flush();
    return 0;
  }
}
