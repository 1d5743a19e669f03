package lu.aifactory.platform.readiness;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.readiness.norms.Norms;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;

/// What the answers of many companies say of the questionnaires themselves, for those who look after the method.
@Facade
class Instrument {

  /// One version of a questionnaire.
  ///
  /// @param norms of every cell that has any, the widest first
  record Sheet(Questionnaire questionnaire, List<Line> lines, List<Norms> norms) {}

  /// One of its dimensions.
  ///
  /// @param items how many questions
  /// @param companies how many have answered all of them, as last counted
  record Line(
      Questionnaire.Dimension dimension, int items, int companies, Optional<Consistency> figures) {}

  private final Questionnaires questionnaires;
  private final Consistencies consistencies;
  private final NormShelf shelf;
  private final InstrumentRules rules;
  private final Peers peers;
  private final Clock clock;

  Instrument(
      Questionnaires questionnaires,
      Consistencies consistencies,
      NormShelf shelf,
      InstrumentRules rules,
      Peers peers,
      Clock clock) {
    this.questionnaires = questionnaires;
    this.consistencies = consistencies;
    this.shelf = shelf;
    this.rules = rules;
    this.peers = peers;
    this.clock = clock;
  }

  /// Every version of every questionnaire.
  @Needs("instrument:read")
  public List<Sheet> sheets() {
    var now = clock.instant();
    return questionnaires.all().stream().map(one -> sheet(one, now)).toList();
  }

  private Sheet sheet(Questionnaire questionnaire, Instant now) {
    var invented = peers.invented();
    var figures = consistencies.on(now, questionnaire, invented);
    var counted = consistencies.counted(questionnaire, invented);
    var lines =
        questionnaire.dimensions().stream()
            .map(dimension ->
                new Line(
                    dimension,
                    (int)
                        questionnaire.items().stream()
                            .filter(item -> item.dimension().equals(dimension.id()))
                            .count(),
                    counted.getOrDefault(dimension.id(), 0),
                    figures.stream()
                        .filter(one -> one.dimension().equals(dimension.id()))
                        .findFirst()))
            .toList();
    var since = now.atOffset(ZoneOffset.UTC).minus(rules.normsHold()).toInstant();
    return new Sheet(
        questionnaire, lines, Norms.all(shelf.between(since, now, questionnaire, invented)));
  }
}
