package lu.aifactory.platform.journey;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lu.aifactory.engines.rules.Decision;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.organisation.Frame;
import lu.aifactory.platform.organisation.Organisations;
import lu.aifactory.platform.organisation.SizeClass;
import lu.aifactory.platform.rulebook.DecisionId;
import lu.aifactory.platform.rulebook.Rulebook;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Sets the tasks of a stage by the factory's table, adapted to the organisation. A task is set once in an engagement,
/// however often the stage is entered, and not at all when another room looks after its topic.
@Component
class StageTasks {

  static final String TABLE = "journey-stage-tasks";

  private final Rulebook rulebook;
  private final Engagements engagements;
  private final Tasks tasks;
  private final Organisations organisations;
  private final ObjectProvider<StepSource> sources;
  private final ObjectProvider<MaturitySource> maturity;
  private final CurrentPerson current;
  private final WorkingDays calendar;
  private final Clock clock;

  StageTasks(
      Rulebook rulebook,
      Engagements engagements,
      Tasks tasks,
      Organisations organisations,
      ObjectProvider<StepSource> sources,
      ObjectProvider<MaturitySource> maturity,
      CurrentPerson current,
      WorkingDays calendar,
      Clock clock) {
    this.rulebook = rulebook;
    this.engagements = engagements;
    this.tasks = tasks;
    this.organisations = organisations;
    this.sources = sources;
    this.maturity = maturity;
    this.current = current;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// Why a task was set.
  ///
  /// @param because code of the reason
  /// @param inputs what the row looked at
  record Why(String because, Map<String, @Nullable Object> inputs, String version, int line) {}

  void set(EngagementId id, Stage stage, Instant now) {
    var today = Today.of(clock);
    var inputs = current.asSystem("journey", () -> inputs(id, stage));
    var kept = rulebook.decide(TABLE, today, inputs, id);
    var covered = covered();
    kept.decision().rows().stream()
        .filter(row -> !covered.contains(row.text("topic")))
        .forEach(row -> add(id, stage, row, kept.id(), today, now));
  }

  private void add(
      EngagementId id,
      Stage stage,
      Decision.FiredRow row,
      DecisionId decision,
      LocalDate today,
      Instant now) {
    var template = row.text("task");
    tasks.addFromTable(
        id,
        new Tasks.FromTable(
            template,
            stage,
            Tasks.who(row.text("side")),
            calendar.after(today, row.number("days").intValueExact()),
            link(id, row.text("link")),
            decision.value(),
            row.line()),
        now);
  }

  private Set<String> covered() {
    return sources.stream()
        .flatMap(source -> source.topics().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable String link(EngagementId id, String link) {
    if (link.isEmpty()) {
      return null;
    }
    return link.equals("organisation")
        ? "/organisations/"
            + engagements.organisationOf(id).map(one -> one.value().toString()).orElse("")
        : "/engagements/" + id.value() + link;
  }

  private Map<String, Object> inputs(EngagementId id, Stage stage) {
    var said = engagements.answers(id);
    var inputs = new HashMap<String, Object>();
    inputs.put("stage", stage.code());
    inputs.put("kind", said.first("kind"));
    inputs.put("size", size(id, said));
    inputs.put("sector", said.first("sector"));
    inputs.put("standing", said.first("standing"));
    inputs.put("personalData", said.all("data").contains("people"));
    maturity.stream()
        .flatMapToDouble(source -> source.maturityOf(id).stream())
        .findFirst()
        .ifPresent(index -> inputs.put("maturity", BigDecimal.valueOf(index)));
    return inputs;
  }

  /// What the organisation's figures say; until there are any, what it said of itself.
  private String size(EngagementId id, Answers said) {
    return engagements
        .organisationOf(id)
        .flatMap(organisations::find)
        .flatMap(one -> one.size(Frame.STATE_AID))
        .map(SizeClass::code)
        .orElseGet(() -> band(said.first("size")));
  }

  static String band(String people) {
    return switch (people) {
      case "10-49" -> "small";
      case "50-249" -> "medium";
      case "250-749" -> "small-mid-cap";
      case "750-" -> "large";
      default -> "micro";
    };
  }

  /// Why a task was set; nothing for one that a person set.
  Optional<Why> why(EngagementId id, TaskId task) {
    return tasks
        .origin(id, task)
        .flatMap(origin ->
            rulebook
                .find(new DecisionId(origin.decision()))
                .flatMap(kept -> why(kept.decision(), origin.line())));
  }

  private static Optional<Why> why(Decision decision, int line) {
    if (!(decision instanceof Decision.Decided decided)) {
      return Optional.empty();
    }
    return decided.rows().stream()
        .filter(row -> row.line() == line)
        .findFirst()
        .map(row -> new Why(row.text("because"), asked(row, decided), decided.version(), line));
  }

  // Only what the row itself looked at explains it.
  private static Map<String, @Nullable Object> asked(
      Decision.FiredRow row, Decision.Decided decided) {
    var asked = new LinkedHashMap<String, @Nullable Object>();
    decided
        .inputs()
        .forEach((name, value) -> {
          if (row.condition().contains(name)) {
            asked.put(name, value);
          }
        });
    return asked;
  }
}
