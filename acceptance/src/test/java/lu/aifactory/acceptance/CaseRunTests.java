package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// The cases of the repository, from the first contact to the sealed document, by the command that people use.
@Tag("slow")
class CaseRunTests {

  private static final Path CLIENT =
      Path.of(System.getProperty("aifactory.cli", "../cli/target/aifactory-cli.jar"));
  private static final Path CASES = Path.of("../examples/cases");
  private static final long MINUTES = 5;

  private static final Map<Path, Path> SEALED = new ConcurrentHashMap<>();

  @TempDir static Path directory;
  private static RunningFactory factory;

  @BeforeAll
  static void start() {
    VeraGreenfieldFoundryProvider.initialise();
    factory = RunningFactory.start(RunningFactory.freshHome(), "--aifactory.demo=true");
  }

  @AfterAll
  static void stop() {
    if (factory != null) factory.close();
  }

  static List<Path> cases() throws IOException {
    try (var files = Files.list(CASES).filter(Files::isRegularFile)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void endsWithAnAccessibleDocument(Path file) throws Exception {
    var pdf = Files.readAllBytes(sealed(file));
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      assertThat(validator.validate(parser).getTestAssertions())
          .filteredOn(found -> found.getStatus() == TestAssertion.Status.FAILED)
          .extracting(TestAssertion::getMessage)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sealsTheWholeDocument(Path file) throws Exception {
    assumeTrue(hasPdfsig(), "pdfsig (poppler-utils) is not installed");
    var said = run("pdfsig", sealed(file).toString()).output();
    assertThat(said).contains("Signature is Valid.", "Total document signed");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsASealedCaseAgain(Path file) throws Exception {
    var first = Files.readAllBytes(sealed(file));
    assertThat(take(file).status()).isZero();
    assertThat(sealed(file)).hasBinaryContent(first);
  }

  private record Ended(int status, String output) {}

  private static Path sealed(Path file) {
    return SEALED.computeIfAbsent(file, CaseRunTests::seal);
  }

  private static Path seal(Path file) {
    var ended = take(file);
    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("Organisation described");
    var name = file.getFileName().toString().replace(".json", "");
    return directory.resolve(name + ".use-case.pdf");
  }

  private static Ended take(Path file) {
    assertThat(CLIENT).as("build the client first").exists();
    return run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        CLIENT.toString(),
        "case",
        "run",
        file.toString(),
        "--url",
        factory.address().toString(),
        "--out",
        directory.toString());
  }

  private static Ended run(String... words) {
    try {
      var output = Files.createTempFile(directory, "said", ".txt");
      var process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("It did not end:\n" + Files.readString(output));
      }
      return new Ended(process.exitValue(), Files.readString(output));
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  private static boolean hasPdfsig() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "pdfsig")));
  }
}
