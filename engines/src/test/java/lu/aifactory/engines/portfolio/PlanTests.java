package lu.aifactory.engines.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lu.aifactory.engines.portfolio.Plan.Span;
import lu.aifactory.engines.portfolio.Plan.Step;
import lu.aifactory.engines.portfolio.Plan.Unplannable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTests {

  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

  private static Step step(String id, int weeks, String... after) {
    return new Step(id, weeks, Set.of(after), null);
  }

  private static Plan plan(Step... steps) {
    return Plan.of(List.of(steps), MONDAY);
  }

  @Test
  void aStepBeginsTheDayAfterTheLastOfThoseThatItWaitsFor() {
    var plan =
        plan(step("data", 4), step("law", 2), step("pilot", 8, "data", "law"), step("train", 3));
    assertThat(plan.spans())
        .containsExactly(
            new Span("data", MONDAY, MONDAY.plusDays(27), 0),
            new Span("law", MONDAY, MONDAY.plusDays(13), 14),
            new Span("pilot", MONDAY.plusDays(28), MONDAY.plusDays(83), 0),
            new Span("train", MONDAY, MONDAY.plusDays(20), 63));
    assertThat(plan.end()).isEqualTo(MONDAY.plusWeeks(12).minusDays(1));
    assertThat(plan.spans())
        .filteredOn(Span::critical)
        .extracting(Span::id)
        .containsExactly("data", "pilot");
  }

  @Test
  void aStepWaitsForItsDay() {
    var later = MONDAY.plusWeeks(10);
    var plan = plan(new Step("grant", 2, Set.of(), later), step("pilot", 1, "grant"));
    assertThat(plan.spans().getFirst().begin()).isEqualTo(later);
    assertThat(plan.end()).isEqualTo(later.plusWeeks(3).minusDays(1));
  }

  @Test
  void aCircleIsNamed() {
    var failure =
        catchThrowableOfType(
            Unplannable.class,
            () -> plan(step("a", 1), step("b", 1, "a", "d"), step("c", 1, "b"), step("d", 1, "c")));
    assertThat(failure.circle()).containsExactlyInAnyOrder("b", "c", "d");
    assertThat(failure).hasMessageContaining("waits for");
  }

  @Test
  void aStepThatWaitsForItselfIsACircle() {
    var failure = catchThrowableOfType(Unplannable.class, () -> plan(step("a", 1, "a")));
    assertThat(failure.circle()).containsExactly("a");
  }

  @Test
  void anUnknownStepIsNamed() {
    var failure = catchThrowableOfType(Unplannable.class, () -> plan(step("a", 1, "nothing")));
    assertThat(failure.unknown()).isEqualTo("nothing");
    assertThat(failure.circle()).isEmpty();
  }

  @Test
  void noStepsAreAnEmptyPlan() {
    assertThat(plan().end()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyPlanKeepsItsDependenciesAndItsSlackIsTrue(long seed) {
    var random = new Random(seed);
    var steps = new ArrayList<Step>();
    int count = 2 + random.nextInt(12);
    for (int n = 0; n < count; n++) {
      var after = new ArrayList<String>();
      for (int m = 0; m < n; m++) if (random.nextInt(4) == 0) after.add("s" + m);
      steps.add(step("s" + n, 1 + random.nextInt(6), after.toArray(String[]::new)));
    }
    var plan = Plan.of(steps, MONDAY);
    var spans = new HashMap<String, Span>();
    plan.spans().forEach(span -> spans.put(span.id(), span));
    for (var step : steps) {
      for (var before : step.after()) {
        assertThat(spans.get(step.id()).begin())
            .as("seed %d", seed)
            .isAfter(spans.get(before).end());
      }
    }
    assertThat(plan.spans()).anyMatch(Span::critical);
    // As late as its slack allows, the end of all stays; one week later still, it moves.
    var late = steps.get(random.nextInt(count));
    var slack = spans.get(late.id()).slackDays();
    assertThat(delayed(steps, late, spans, slack).end()).as("seed %d", seed).isEqualTo(plan.end());
    assertThat(delayed(steps, late, spans, slack + 1).end())
        .as("seed %d", seed)
        .isAfter(plan.end());
  }

  private static Plan delayed(List<Step> steps, Step late, HashMap<String, Span> spans, long days) {
    var begin = spans.get(late.id()).begin().plusDays(days);
    var others = steps.toArray(Step[]::new);
    others[steps.indexOf(late)] = new Step(late.id(), late.weeks(), late.after(), begin);
    return Plan.of(Arrays.asList(others), MONDAY);
  }
}
