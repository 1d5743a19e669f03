package lu.aifactory.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class SealedReportTests {

  static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

  @TempDir static Path home;
  static SealKey key;
  static byte[] plain;
  static byte[] sealed;

  @BeforeAll
  static void makeOne() throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    key = new DemoAuthority(home, Clock.fixed(NOW, ZoneOffset.UTC)).sealKey();
    plain = ExampleReport.pdf(Locale.ENGLISH);
    sealed = new Sealer(key).seal(plain, NOW);
    Files.createDirectories(Path.of("target/documents"));
    Files.write(Path.of("target/documents/example.pdf"), sealed);
    Files.writeString(
        Path.of("target/documents/example.html"),
        ExampleReport.writer().html(ExampleReport.ID, ExampleReport.in(Locale.ENGLISH)));
  }

  @Test
  void isAccessiblePdfBeforeAndAfterSealing() throws Exception {
    assertThat(broken(plain)).isEmpty();
    assertThat(broken(sealed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "de", "lb"})
  void isAccessiblePdfInEachLanguage(String language) throws Exception {
    var pdf = ExampleReport.pdf(Locale.of(language));
    Files.write(Path.of("target/documents/example-" + language + ".pdf"), pdf);

    assertThat(broken(pdf)).isEmpty();
  }

  private static List<String> broken(byte[] pdf) throws Exception {
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(a -> a.getStatus() == org.verapdf.pdfa.results.TestAssertion.Status.FAILED)
          .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
          .distinct()
          .collect(Collectors.toList());
    }
  }

  @Test
  void saysEverythingAsTextAndNamesItselfOnEveryPage() throws Exception {
    try (var document = Loader.loadPDF(sealed)) {
      int pages = document.getNumberOfPages();
      for (int page = 1; page <= pages; page++) {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        var text = stripper.getText(document);
        assertThat(text)
            .contains(
                "Page " + page + " of " + pages,
                "D-6F1C-2A4E-C0DE",
                "23 November 2026",
                "Boulangerie <Dupont & Fils> S.à r.l.");
      }
      assertThat(new PDFTextStripper().getText(document))
          .contains("3,1 atteint", "Compétences <&", "€ 6.1 million", "en cours");
      assertThat(document.getDocumentCatalog().getDocumentOutline()).isNotNull();
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Use case");
    }
  }

  @Test
  void checksumChangesWithTheContentAlone() {
    var writer = ExampleReport.writer();
    var one = writer.html(ExampleReport.ID, ExampleReport.in(Locale.ENGLISH));

    assertThat(writer.html(ExampleReport.ID, ExampleReport.in(Locale.ENGLISH))).isEqualTo(one);
    assertThat(writer.html(ExampleReport.ID, ExampleReport.in(Locale.GERMAN))).isNotEqualTo(one);
    assertThat(one)
        .containsPattern("[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}")
        .doesNotContain("0000-0000-0000-0000");
  }

  @Test
  void loadsNothingThatTheHtmlPointsTo() throws Exception {
    var html =
        """
        <html lang="en"><head><title>t</title><meta name="description" content="d"><style>@import url("http://127.0.0.1:1/x.css");</style>
        <link rel="stylesheet" href="file:///etc/passwd"></head>
        <body><p>text</p><img alt="a" src="file:///etc/hostname"><img alt="b" src="http://127.0.0.1:1/x.png">
        <svg xmlns="http://www.w3.org/2000/svg" aria-label="s" width="10" height="10"><image href="file:///etc/hostname" width="5" height="5"/></svg></body></html>
        """;

    assertThat(new PdfWriter().write(html)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void sealHoldsAndNamesWhoSealedAndWhen() {
    var report = check().check(sealed).orElseThrow();

    assertThat(report.valid()).isTrue();
    assertThat(report.sealedBy()).isEqualTo("AI Factory Demo Seal");
    assertThat(report.issuedBy()).isEqualTo("AI Factory Demo Authority");
    assertThat(report.sealedAt()).isEqualTo(NOW);
    assertThat(report.trust()).isEqualTo(SealReport.Trust.DEMO);
    assertThat(check().check(plain)).isEmpty();
  }

  @Test
  void leavesWhatPeopleWroteAsItIs() {
    var example = ExampleReport.in(Locale.ENGLISH);
    var head = new ReportHead("0000-0000-0000-0000", "", "Bakery", "", LocalDate.of(2026, 11, 23));
    var report = new Report(example.template(), example.language(), head, example.model());

    var html = ExampleReport.writer().html(ExampleReport.ID, report);

    assertThat(html).contains("0000-0000-0000-0000").doesNotContain("checksum-");
    assertThat(ExampleReport.writer().html(ExampleReport.ID, report)).isEqualTo(html);
  }

  @Test
  void anotherInstallationDoesNotKnowTheIssuer(@TempDir Path elsewhere) throws Exception {
    var other = new DemoAuthority(elsewhere, Clock.systemUTC()).sealKey();

    assertThat(new SealCheck(other.authority(), true).check(sealed).orElseThrow().trust())
        .isEqualTo(SealReport.Trust.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.2, 0.5, 0.7})
  void sealBreaksWithOneChangedByte(double where) {
    var changed = sealed.clone();
    int at = (int) (plain.length * where);
    changed[at] ^= 1;

    assertThat(check().check(changed).map(SealReport::valid).orElse(false)).isFalse();
  }

  @Test
  void sealDoesNotCoverWhatIsAppended() {
    var longer = java.util.Arrays.copyOf(sealed, sealed.length + 20);
    java.util.Arrays.fill(longer, sealed.length, longer.length, (byte) '\n');

    assertThat(check().check(longer).map(SealReport::valid).orElse(false)).isFalse();
  }

  @Test
  void pdfsigFindsTheSignatureValid() throws Exception {
    assumeTrue(installed("pdfsig"), "pdfsig is not installed: apt install poppler-utils");
    var file = Files.write(home.resolve("sealed.pdf"), sealed);

    var said = run("pdfsig", file.toString());

    assertThat(said).contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
  }

  @Test
  void keepsItsKeysPrivateAndUsesThemAgain() throws Exception {
    var again = new DemoAuthority(home, Clock.systemUTC()).sealKey();

    assertThat(again.certificate()).isEqualTo(key.certificate());
    try (var files = Files.list(home)) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("demo-")))
          .hasSize(3)
          .allSatisfy(f ->
              assertThat(
                      java.nio.file.attribute.PosixFilePermissions.toString(
                          Files.getPosixFilePermissions(f)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void renewsTheSealBeforeItsCertificateEnds(@TempDir Path keys) throws Exception {
    var first = new DemoAuthority(keys, Clock.fixed(NOW, ZoneOffset.UTC)).sealKey();

    var later =
        new DemoAuthority(
                keys, Clock.fixed(NOW.plus(java.time.Duration.ofDays(1080)), ZoneOffset.UTC))
            .sealKey();

    assertThat(later.certificate()).isNotEqualTo(first.certificate());
    assertThat(later.authority()).isEqualTo(first.authority());
  }

  private static SealCheck check() {
    return new SealCheck(key.authority(), true);
  }

  private static boolean installed(String command) throws Exception {
    return new ProcessBuilder("sh", "-c", "command -v " + command).start().waitFor() == 0;
  }

  private static String run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
