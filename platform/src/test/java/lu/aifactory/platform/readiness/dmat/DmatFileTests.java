package lu.aifactory.platform.readiness.dmat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lu.aifactory.platform.readiness.dmat.Scores.Moment;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmatFileTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final String HEAD = "dmat,variant,moment,date,d1,d2,d3,d4,d5,d6,overall\n";

  @Test
  void readsTheScoresOfOneMoment() throws Exception {
    var read = right(HEAD + "2023,sme,T0,2026-03-02,45,38.5,50,62,12,30,39.6\n").get(Moment.T0);
    assertThat(read.variant()).isEqualTo(Variant.SME);
    assertThat(read.on()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(read.dimensions().get(1)).isEqualByComparingTo("38.5");
    assertThat(read.overall()).isEqualByComparingTo("39.6");
    assertThat(read.questions()).isEmpty();
  }

  @Test
  void readsSemicolonsWithDecimalCommasAByteOrderMarkAndColumnsInAnyOrder() throws Exception {
    var text =
        "\uFEFFoverall;d6;d5;d4;d3;d2;d1;Date;Moment;Variant;DMAT;hub\n"
            + "39,6;30;12;62;50;38,5;45;2026-03-02;t0;SME;2023;Luxembourg\n";
    assertThat(right(text).get(Moment.T0).overall()).isEqualByComparingTo("39.6");
  }

  @Test
  void aFileOfAnotherVersionIsRefusedAndTheVersionsThatAreReadAreNamed() throws Exception {
    var faults = wrong(HEAD + "2027,sme,T0,2026-03-02,45,38,50,62,12,30,39.5\n");
    assertThat(faults)
        .containsExactly(
            new Fault("file", "readiness.dmat.fault.version", List.of(2, "2027", "2023")));
  }

  @ParameterizedTest
  @CsvSource({
    "'2023,sme,T0,2026-03-02,45,38,50,62,12,30,45', overall",
    "'2023,sme,T0,2026-03-02,45,38,50,62,12,101,39', number",
    "'2023,sme,T0,2026-03-02,45,38,50,62,-1,30,39', number",
    "'2023,sme,T0,2026-03-02,45,38,50,62,,30,39', number",
    "'2023,sme,T0,2026-03-02,45,38,50,62,1e1,30,39', number",
    "'2023,sme,T3,2026-03-02,45,38,50,62,12,30,39', moment",
    "'2023,gmbh,T0,2026-03-02,45,38,50,62,12,30,39', variant",
    "'2023,sme,T0,02/03/2026,45,38,50,62,12,30,39', date",
    "'2023,sme,T0,2027-03-02,45,38,50,62,12,30,39.5', future",
  })
  void saysWhatIsWrongWithALine(String line, String what) throws Exception {
    assertThat(wrong(HEAD + line + "\n"))
        .extracting(Fault::message)
        .containsExactly("readiness.dmat.fault." + what);
  }

  /// 39.5 is the mean; a whole number is off by half at most, and so are the six whole numbers that it comes from.
  @ParameterizedTest
  @ValueSource(strings = {"39", "40", "39.5", "39.0", "40.0"})
  void theOverallScoreMayBeRounded(String overall) throws Exception {
    assertThat(right(HEAD + "2023,pso,T0,2026-03-02,45,38,50,62,12,30," + overall + "\n"))
        .hasSize(1);
  }

  @Test
  void aDimensionIsTenTimesTheMeanOfItsQuestions() throws Exception {
    var head = HEAD.strip() + ",q1-invested,q1-planned,q2,q3,q4,q5,q6,q7,q8,q9,q10,q11\n";
    var line = "2023,sme,T0,2026-03-02,40,55,50,70,20,35,45,";
    assertThat(right(head + line + "3,4,5,6,5,5,5,8,6,2,3,4\n").get(Moment.T0).questions())
        .hasSize(12);
    assertThat(wrong(head + line + "3,4,5,6,5,5,5,8,9,2,3,4\n"))
        .extracting(Fault::message)
        .containsExactly("readiness.dmat.fault.dimension");
    assertThat(wrong(head + line.replace("sme", "pso") + "3,4,5,6,5,5,5,8,6,2,3,4\n"))
        .extracting(Fault::message)
        .containsExactly("readiness.dmat.fault.questions");
  }

  @Test
  void aMissingColumnIsNamed() throws Exception {
    assertThat(wrong("dmat,variant\n2023,sme\n").getFirst().arguments())
        .first()
        .isEqualTo("moment");
    assertThat(wrong("")).extracting(Fault::message).containsExactly("readiness.dmat.fault.empty");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whatIsWrittenIsReadAgainFromBothSorts(long seed) throws Exception {
    var all = scores(new Random(seed));
    assertThat(same(read(ScoresFile.csv(all)), all)).as("csv, seed %d", seed).isTrue();
    assertThat(same(read(ScoresFile.xlsx(all)), all)).as("xlsx, seed %d", seed).isTrue();
  }

  @Test
  void aSmallFileThatUnpacksToALargeOneIsNotUnpacked() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i < 64; i++) zip.write(new byte[1 << 20]);
      zip.closeEntry();
    }
    assertThat(bytes.size()).isLessThan(Lines.LARGEST);
    assertThatExceptionOfType(Lines.Unreadable.class)
        .isThrownBy(() -> Lines.of(bytes.toByteArray()))
        .withMessageContaining("too much");
  }

  @Test
  void whateverIsNoTableIsUnreadableAndNothingWorse() {
    var random = new Random(7);
    for (int i = 0; i < 200; i++) {
      var junk = new byte[random.nextInt(3000)];
      random.nextBytes(junk);
      if (i % 2 == 0 && junk.length > 4)
        System.arraycopy("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), 0, junk, 0, 4);
      try {
        Lines.of(junk);
      } catch (Lines.Unreadable expected) {
        assertThat(expected).isNotNull();
      }
    }
    assertThatExceptionOfType(Lines.Unreadable.class)
        .isThrownBy(() -> Lines.of(new byte[Lines.LARGEST + 1]));
  }

  @Test
  void aSheetThatNamesForeignThingsReadsNothingOfThem() throws Exception {
    var sheet =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
    var book = ScoresFile.xlsx(scores(new Random(1)));
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        var from = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(book))) {
      for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(
            entry.getName().equals("xl/worksheets/sheet1.xml")
                ? sheet.getBytes(StandardCharsets.UTF_8)
                : from.readAllBytes());
        zip.closeEntry();
      }
    }
    assertThatExceptionOfType(Lines.Unreadable.class)
        .isThrownBy(() -> Lines.of(bytes.toByteArray()));
  }

  private static List<Scores> scores(Random random) {
    var all = new ArrayList<Scores>();
    var variant = random.nextBoolean() ? Variant.SME : Variant.PSO;
    var day = LocalDate.of(2024, 1, 1);
    for (var moment : Moment.values()) {
      day = day.plusDays(1 + random.nextInt(300));
      boolean asked = variant == Variant.SME && random.nextBoolean();
      var questions = new ArrayList<BigDecimal>();
      var dimensions = new ArrayList<BigDecimal>();
      for (int i = 0; asked && i < 12; i++) {
        questions.add(BigDecimal.valueOf(random.nextInt(1001), 2));
      }
      for (int d = 0; d < 6; d++) {
        dimensions.add(
            asked
                ? BigDecimal.valueOf(
                        variant.questionsOf(d).stream()
                                .mapToDouble(at -> questions.get(at).doubleValue())
                                .average()
                                .orElseThrow()
                            * 10)
                    .setScale(2, java.math.RoundingMode.HALF_UP)
                : BigDecimal.valueOf(random.nextInt(10001), 2));
      }
      var overall =
          BigDecimal.valueOf(
                  dimensions.stream().mapToDouble(BigDecimal::doubleValue).average().orElseThrow())
              .setScale(1, java.math.RoundingMode.HALF_UP);
      all.add(new Scores(moment, variant, "2023", day, dimensions, overall, questions));
      if (random.nextInt(3) == 0) break;
    }
    return all;
  }

  private static boolean same(Map<Moment, Scores> read, List<Scores> written) {
    return read.size() == written.size()
        && written.stream().allMatch(one -> one.saysAs(read.get(one.moment())));
  }

  private static Map<Moment, Scores> right(String text) throws Exception {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<Moment, Scores> read(byte[] file) throws Lines.Unreadable, IOException {
    var outcome = new ScoresReader(Set.of("2023"), TODAY).read(Lines.of(file));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<Map<Moment, Scores>>) outcome).value();
  }

  private static List<Fault> wrong(String text) throws Exception {
    var outcome =
        new ScoresReader(Set.of("2023"), TODAY)
            .read(Lines.of(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused<?>) outcome).why().faults();
  }
}
