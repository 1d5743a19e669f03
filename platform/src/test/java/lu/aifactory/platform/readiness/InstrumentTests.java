package lu.aifactory.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.engines.psychometrics.Reliability;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.readiness.norms.Cell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The quality of the instrument and the norms, over a questionnaire of the test's own so that no other answers meddle.
@PlatformTest
class InstrumentTests {

  private static final Instant START = Instant.parse("2026-12-01T03:40:00Z");

  @Autowired JdbcClient jdbc;
  @Autowired InstrumentRules rules;
  @Autowired Peers peers;
  @Autowired InstrumentWork nightly;
  @Autowired MockMvcTester mvc;
  @Autowired Cases cases;

  private final Questionnaire questionnaire = ofItsOwn();
  private final Random random = new Random(20261201);
  private Instant now = START;
  private Assessments assessments;
  private Consistencies consistencies;
  private NormShelf shelf;
  private Respondents respondents;
  private InstrumentWork work;
  private Backings backings;

  @BeforeEach
  void aQuestionnaireThatNobodyHasAnswered() {
    var questionnaires = new Questionnaires(List.of(questionnaire));
    var clock = movable();
    assessments = new Assessments(jdbc, questionnaires);
    consistencies = new Consistencies(jdbc);
    shelf = new NormShelf(jdbc);
    respondents = new Respondents(jdbc, assessments, peers);
    work =
        new InstrumentWork(questionnaires, respondents, consistencies, shelf, rules, peers, clock);
    backings = new Backings(consistencies, shelf, respondents, rules, peers, clock);
  }

  @Test
  void twentyNineCompleteAnswersJudgeNothingAndThirtyDo() {
    companies(29);
    work.run();
    assertThat(figures()).isEmpty();
    assertThat(consistencies.counted(questionnaire, false)).containsEntry("D1", 29);
    companies(1);
    work.run();
    assertThat(figures()).containsKeys("D1", "D2");
  }

  @Test
  void theFiguresAreThoseOfTheNewestAnswersOfEachCompany() {
    var old = companies(30);
    var rows = new double[30][];
    for (int i = 0; i < 30; i++) {
      now = now.plusSeconds(60);
      rows[i] = answered(finished(old.get(i), "C", "10-49", false, 4));
    }
    work.run();
    var figures = figures().get("D1");
    assertThat(figures.companies()).isEqualTo(30);
    assertThat(figures.figures().alpha().value())
        .isCloseTo(Reliability.of(rows).alpha().orElseThrow(), within(1e-9));
    assertThat(figures.figures().alpha().low()).isLessThan(figures.figures().alpha().value());
  }

  @Test
  void newFiguresStandOnlyBesideOldOnesOnceTenCompaniesChanged() {
    companies(30);
    work.run();
    var first = figures().get("D1").workedOutAt();
    now = now.plus(Duration.ofDays(1));
    companies(9);
    work.run();
    assertThat(figures().get("D1").workedOutAt()).isEqualTo(first);
    companies(1);
    work.run();
    assertThat(figures().get("D1").workedOutAt()).isAfter(first);
  }

  @Test
  void inventedCompaniesNeverMeetRealOnes() {
    for (int i = 0; i < 40; i++) finished(UUID.randomUUID(), "C", "10-49", true, 4);
    companies(9);
    work.run();
    assertThat(figures()).isEmpty();
    assertThat(shelf.between(Instant.EPOCH, now, questionnaire, false)).isEmpty();
    assertThat(consistencies.counted(questionnaire, false)).containsEntry("D1", 9);
  }

  @Test
  void anOldReportKeepsItsPercentileWhenNewNormsCome() {
    companies(12);
    work.run();
    now = now.plus(Duration.ofDays(1));
    var mine = finished(UUID.randomUUID(), "C", "10-49", false, 4);
    var before = backings.of(mine).peers();
    assertThat(before.companies()).isEqualTo(12);
    assertThat(before.cell()).isEqualTo(new Cell("C", "production", "10-49"));
    now = now.plus(Duration.ofDays(100));
    companies(15);
    work.run();
    assertThat(backings.of(mine).peers()).isEqualTo(before);
    assertThat(backings.of(finished(UUID.randomUUID(), "C", "10-49", false, 4)).peers().companies())
        .isEqualTo(28);
  }

  @Test
  void companiesEnterTheNormsFourTimesAYear() {
    companies(12);
    work.run();
    now = now.plus(Duration.ofDays(30));
    companies(20);
    work.run();
    assertThat(shelf.between(Instant.EPOCH, now, questionnaire, false)).hasSize(1);
    now = now.plus(Duration.ofDays(62));
    work.run();
    assertThat(shelf.between(Instant.EPOCH, now, questionnaire, false)).hasSize(2);
  }

  @Test
  void whoHasNobodyLikeThemIsComparedWithTheNextLargerCell() {
    companies(12);
    work.run();
    var bank = backings.of(finished(UUID.randomUUID(), "L", "50-249", false, 4)).peers();
    assertThat(bank.cell()).isEqualTo(Cell.ALL);
    var builder = backings.of(finished(UUID.randomUUID(), "F", "50-249", false, 4)).peers();
    assertThat(builder.cell()).isEqualTo(new Cell("", "production", ""));
  }

  @Test
  void normsAreNeverChanged() {
    companies(12);
    work.run();
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jdbc.sql("update readiness_norm_member set score = 1").update());
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jdbc.sql("delete from readiness_norm_block").update());
  }

  @Test
  void thePageShowsFiguresAndNormsToThoseWhoLookAfterTheMethod() throws Exception {
    var full = Questionnaires.shipped().inEffect(Depth.FULL, java.time.LocalDate.of(2026, 11, 28));
    now = Instant.now();
    for (int i = 0; i < 44; i++) {
      finished(
          full, UUID.randomUUID(), i % 3 == 0 ? "K" : "C", i % 2 == 0 ? "10-49" : "1-9", false, 5);
    }
    nightly.run();
    var auditor = cases.world().tokenOf(Role.AUDITOR);
    for (var language : List.of("en", "fr", "de", "lb")) {
      var page =
          mvc.get()
              .uri("/instrument?lang=" + language)
              .header("Authorization", "Bearer " + auditor)
              .exchange();
      assertThat(page).hasStatusOk().bodyText().contains("chart-spans").doesNotContain("??", "th:");
      Files.writeString(
          Files.createDirectories(Path.of("target/preview"))
              .resolve("readiness-instrument-" + language + ".html"),
          page.getResponse()
              .getContentAsString()
              .replaceAll(
                  "(href|src)=\"/(app[^\"]*.css|favicon)", "$1=\"../classes/static/app.css"));
    }
    assertThat(
            mvc.get()
                .uri("/instrument/reliability.csv")
                .header("Authorization", "Bearer " + auditor)
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains("readiness-full,1,D1,,alpha,");
    assertThat(
            mvc.get()
                .uri("/instrument/norms.csv")
                .header("Authorization", "Bearer " + auditor)
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains("readiness-full,1,,,,");
  }

  private Map<String, Consistency> figures() {
    return consistencies.on(now, questionnaire, false).stream()
        .collect(java.util.stream.Collectors.toMap(Consistency::dimension, one -> one));
  }

  private List<UUID> companies(int count) {
    return java.util.stream.Stream.generate(UUID::randomUUID)
        .limit(count)
        .peek(company -> finished(company, "C", "10-49", false, 4))
        .toList();
  }

  private Assessment finished(
      UUID company, String sector, String size, boolean invented, int levels) {
    return finished(questionnaire, company, sector, size, invented, levels);
  }

  /// A finished assessment as the platform would have stored it.
  private Assessment finished(
      Questionnaire asked, UUID company, String sector, String size, boolean invented, int levels) {
    var engagement = UUID.randomUUID();
    var id = UUID.randomUUID();
    jdbc.sql(
            "insert into organisation (id, name, created_at) values (:id, 'Company', now()) on conflict do nothing")
        .param("id", company)
        .update();
    jdbc.sql(
            """
            insert into engagement (id, organisation, title, language, sector, answers, stage, choice,
              opened_at, changed_at, version)
            values (:id, :company, 'Less waste', 'en', :sector, '{}', 'DISCOVER', '{}', now(), now(), 1)
            """)
        .param("id", engagement)
        .param("company", company)
        .param("sector", sector)
        .update();
    jdbc.sql(
            """
            insert into readiness_assessment (id, engagement, questionnaire, questionnaire_version,
              triggers, started_at, started_by, version)
            values (:id, :engagement, :questionnaire, :version, '{}', :now, :id, 1)
            """)
        .param("id", id)
        .param("engagement", engagement)
        .param("questionnaire", asked.id())
        .param("version", asked.version())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    double common = random.nextGaussian();
    var items = asked.asked(Set.of()).stream().map(Questionnaire.Item::id).toArray(String[]::new);
    var given =
        java.util.stream.Stream.of(items)
            .map(_ ->
                (int) Math.clamp(Math.round(2 + common + random.nextGaussian()), 0, levels - 1))
            .toArray(Integer[]::new);
    jdbc.sql(
            """
            insert into readiness_answer (assessment, item, kind, level, evidence, note, reason, version,
              answered_by, answered_by_name, answered_at)
            select :id, item, 'level', level, 'self-declared', '', '', 1, :id, 'Somebody', now()
              from unnest(:items::text[], :levels::int[]) as given (item, level)
            """)
        .param("id", id)
        .param("items", items)
        .param("levels", given)
        .update();
    jdbc.sql(
            """
            update readiness_assessment set finished_at = :now, finished_by = :id, organisation = :company,
              sector = :sector, size = :size, invented = :invented where id = :id
            """)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("company", company)
        .param("sector", sector)
        .param("size", size)
        .param("invented", invented)
        .update();
    return new Assessments(jdbc, new Questionnaires(List.of(asked)))
        .find(new AssessmentId(id))
        .orElseThrow();
  }

  private static double[] answered(Assessment assessment) {
    return assessment.questionnaire().items().stream()
        .filter(item -> item.dimension().equals("D1"))
        .mapToDouble(item ->
            ((Answer.AtLevel) assessment.answerTo(item.id()).orElseThrow().answer()).level())
        .toArray();
  }

  private static Questionnaire ofItsOwn() {
    var full = Questionnaires.shipped().inEffect(Depth.FULL, java.time.LocalDate.of(2026, 11, 28));
    return new Questionnaire(
        "readiness-test-" + UUID.randomUUID(),
        1,
        full.effectiveFrom(),
        full.title(),
        full.source(),
        full.sourceUrl(),
        full.minimumAnswered(),
        full.band(),
        full.machineWritten(),
        full.triggers(),
        full.dimensions(),
        full.items());
  }

  private Clock movable() {
    return new Clock() {

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
