package lu.aifactory.platform.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.engines.rules.Decision;
import lu.aifactory.engines.rules.RuleTable;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Subject;

/// Decides by the tables of all rooms. No page and no REST endpoint leads here: the room that asks has checked its
/// caller, and it alone knows what a subject is.
@Facade
public class Rulebook {

  private final RuleTables tables;
  private final Decisions decisions;
  private final Clock clock;

  Rulebook(RuleTables tables, Decisions decisions, Clock clock) {
    this.tables = tables;
    this.decisions = decisions;
    this.clock = clock;
  }

  /// Decides by the version of the table that holds on the day. An input that is not given counts as unknown; one
  /// that the table does not know is a mistake of the caller.
  @Open("a calculation; nothing of anybody is read or kept")
  public Decision decide(String table, LocalDate on, Map<String, ?> inputs) {
    return tables.book().decide(table, on, inputs);
  }

  /// Decides, and keeps the decision under its subject.
  @Open("the room that asks has checked its caller for the subject")
  public KeptDecision decide(String table, LocalDate on, Map<String, ?> inputs, Subject about) {
    var kept =
        new KeptDecision(
            new DecisionId(UUID.randomUUID()),
            key(about),
            tables.book().decide(table, on, inputs),
            clock.instant());
    decisions.add(kept.id(), kept.subject(), kept.decision(), kept.at());
    return kept;
  }

  /// The decisions that were kept about a subject, the latest first.
  @Open("the room that asks has checked its caller for the subject")
  public List<KeptDecision> decisionsAbout(Subject subject) {
    return decisions.about(key(subject));
  }

  /// A decision that was kept.
  @Open("the room that asks has checked its caller for the subject")
  public Optional<KeptDecision> find(DecisionId id) {
    return decisions.find(id);
  }

  /// The version of a table that holds on a day, to show its rows and its sources.
  @Open("the rules by which the factory decides are public")
  public Optional<RuleTable> table(String name, LocalDate on) {
    return tables.book().version(name, on);
  }

  /// Every version of every table, by name.
  @Open("the rules by which the factory decides are public")
  public List<RuleTable> tables() {
    var book = tables.book();
    return book.names().stream().flatMap(name -> book.versions(name).stream()).toList();
  }

  private static String key(Subject subject) {
    return subject.kind() + ":" + subject.value();
  }
}
