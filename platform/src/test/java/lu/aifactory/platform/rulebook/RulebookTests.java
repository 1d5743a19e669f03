package lu.aifactory.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.engines.rules.Decision.Decided;
import lu.aifactory.engines.rules.Decision.NoRule;
import lu.aifactory.engines.rules.RuleTable;
import lu.aifactory.platform.shared.Subject;
import lu.aifactory.postgres.TestDatabase;
import lu.aifactory.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RulebookTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private record ThingId(UUID value) implements Subject {}

  private final TestDatabase database =
      TestPostgres.databaseFrom(
          "rulebook",
          source ->
              Flyway.configure()
                  .dataSource(source)
                  .locations("classpath:db/migration/rulebook")
                  .load()
                  .migrate());
  private final RuleTables tables = new RuleTables();
  private final Rulebook rulebook =
      new Rulebook(
          tables,
          new Decisions(JdbcClient.create(database.dataSource())),
          Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyTableAnswersWhatItsExamplesSay() {
    assertThat(tables.book().check()).isEmpty();
  }

  @Test
  void everyTableNamesItsSourceAndWhenItWasVerified() {
    assertThat(rulebook.tables())
        .allSatisfy(table -> {
          assertThat(table.sources()).as(table.file()).isNotEmpty();
          assertThat(table.verifiedOn()).as(table.file()).isNotNull();
        });
    assertThat(rulebook.tables()).extracting(RuleTable::name).contains("test-rulebook");
  }

  @Test
  void keepsADecisionWithItsVersionInputsAndRows() {
    var thing = new ThingId(UUID.randomUUID());
    var inputs = Map.of("headcount", new BigDecimal("9.50"), "since", TODAY, "known", true);
    var kept = rulebook.decide("test-rulebook", TODAY, inputs, thing);
    assertThat(rulebook.decisionsAbout(thing))
        .singleElement()
        .satisfies(read -> {
          assertThat(read.id()).isEqualTo(kept.id());
          assertThat(read.subject()).isEqualTo("thing:" + thing.value());
          assertThat(read.at()).isEqualTo(kept.at());
          var decided = (Decided) read.decision();
          assertThat(decided.version()).isEqualTo("1");
          assertThat(decided.inputs())
              .containsEntry("known", true)
              .containsEntry("since", "2026-11-23");
          assertThat((BigDecimal) decided.inputs().get("headcount")).isEqualByComparingTo("9.5");
          assertThat(decided.text("size")).isEqualTo("micro");
          assertThat(decided.number("share")).isEqualByComparingTo("0.1");
          assertThat(decided.rows().getFirst().notes()).containsEntry("basis", "Art. 1");
          assertThat(decided.rows().getFirst().condition()).isEqualTo("headcount < 10");
        });
    assertThat(rulebook.find(kept.id())).map(KeptDecision::subject).contains(kept.subject());
  }

  @Test
  void keepsThatThereWasNoRule() {
    var thing = new ThingId(UUID.randomUUID());
    var kept = rulebook.decide("test-rulebook", TODAY, Map.of(), thing);
    var early = rulebook.decide("test-rulebook", LocalDate.of(1999, 1, 1), Map.of(), thing);
    assertThat(rulebook.find(kept.id()).orElseThrow().decision()).isEqualTo(kept.decision());
    var none = (NoRule) rulebook.find(early.id()).orElseThrow().decision();
    assertThat(none.why()).isEqualTo(NoRule.Why.NO_VERSION);
    assertThat(none.version()).isNull();
  }

  @Test
  void showsNothingOfAnotherSubject() {
    rulebook.decide("test-rulebook", TODAY, Map.of(), new ThingId(UUID.randomUUID()));
    assertThat(rulebook.decisionsAbout(new ThingId(UUID.randomUUID()))).isEmpty();
  }
}
