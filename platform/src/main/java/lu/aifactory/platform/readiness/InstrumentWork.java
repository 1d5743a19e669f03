package lu.aifactory.platform.readiness;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.readiness.Respondents.Respondent;
import lu.aifactory.platform.readiness.norms.Block;
import lu.aifactory.platform.readiness.norms.Contribution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Works out, once a night, what the answers of many say of the questions, and lets companies into the norms.
@Component
class InstrumentWork {

  private final Questionnaires questionnaires;
  private final Respondents respondents;
  private final Consistencies consistencies;
  private final NormShelf shelf;
  private final InstrumentRules rules;
  private final Peers peers;
  private final Clock clock;

  InstrumentWork(
      Questionnaires questionnaires,
      Respondents respondents,
      Consistencies consistencies,
      NormShelf shelf,
      InstrumentRules rules,
      Peers peers,
      Clock clock) {
    this.questionnaires = questionnaires;
    this.respondents = respondents;
    this.consistencies = consistencies;
    this.shelf = shelf;
    this.rules = rules;
    this.peers = peers;
    this.clock = clock;
  }

  @Transactional
  public void run() {
    for (var questionnaire : questionnaires.all()) {
      var answered = respondents.of(questionnaire, back(rules.normsHold()));
      for (var dimension : questionnaire.dimensions()) {
        judge(questionnaire, dimension.id(), answered);
      }
      admit(questionnaire, answered);
    }
  }

  /// New figures stand only beside figures of other answers: what changed must be of as many companies as make a norm,
  /// or the difference between the two would tell of fewer.
  private void judge(Questionnaire questionnaire, String dimension, List<Respondent> answered) {
    var items =
        questionnaire.items().stream()
            .filter(item -> item.dimension().equals(dimension))
            .map(Questionnaire.Item::id)
            .toList();
    var complete = new LinkedHashMap<UUID, double[]>();
    for (var one : answered) {
      one.levels(items).ifPresent(levels -> complete.put(one.assessment().id().value(), levels));
    }
    consistencies.count(questionnaire, dimension, peers.invented(), complete.size());
    if (items.size() < 2 || complete.size() < rules.completeAnswers()) return;
    var now = clock.instant();
    var before =
        consistencies.on(now, questionnaire, peers.invented()).stream()
            .filter(one -> one.dimension().equals(dimension))
            .findFirst();
    if (before.isPresent() && before.get().differsBy(complete.keySet()) < rules.normCompanies()) {
      return;
    }
    consistencies.add(
        questionnaire,
        peers.invented(),
        new Consistency(
            dimension,
            now,
            complete.keySet(),
            ReliabilityFigures.of(items, List.copyOf(complete.values()))));
  }

  private void admit(Questionnaire questionnaire, List<Respondent> answered) {
    var now = clock.instant();
    var invented = peers.invented();
    var last = shelf.lastFormed(questionnaire, invented);
    if (last.isPresent() && last.get().isAfter(back(rules.betweenNorms()))) return;
    var inside =
        shelf.between(back(rules.normsHold()), now, questionnaire, invented).stream()
            .flatMap(block -> block.members().stream())
            .map(Contribution::company)
            .collect(Collectors.toSet());
    var waiting =
        answered.stream()
            .filter(one -> !inside.contains(one.company()))
            .flatMap(one -> one.contribution().stream())
            .toList();
    for (var block : Block.form(waiting, rules.normCompanies(), now)) {
      shelf.add(questionnaire, invented, block);
    }
  }

  private Instant back(Period period) {
    return clock.instant().atOffset(ZoneOffset.UTC).minus(period).toInstant();
  }
}
