package lu.aifactory.platform.readiness;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import lu.aifactory.platform.readiness.norms.Norms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what was known of the questions and of other companies when an assessment was finished. Later figures change
/// nothing about an older report.
@Component
class Backings {

  private final Consistencies consistencies;
  private final NormShelf shelf;
  private final Respondents respondents;
  private final InstrumentRules rules;
  private final Peers peers;
  private final Clock clock;

  Backings(
      Consistencies consistencies,
      NormShelf shelf,
      Respondents respondents,
      InstrumentRules rules,
      Peers peers,
      Clock clock) {
    this.consistencies = consistencies;
    this.shelf = shelf;
    this.respondents = respondents;
    this.rules = rules;
    this.peers = peers;
    this.clock = clock;
  }

  Backing of(Assessment assessment) {
    var day = Objects.requireNonNullElseGet(assessment.finishedAt(), clock::instant);
    return new Backing(
        rules.completeAnswers(),
        tested(assessment.questionnaire(), day),
        assessment.result() instanceof Result.Scored scored ? peer(assessment, scored, day) : null);
  }

  private Backing.@Nullable Tested tested(Questionnaire questionnaire, Instant day) {
    var found =
        consistencies.on(day, questionnaire, peers.invented()).stream()
            .filter(one -> one.figures().alpha() != null)
            .toList();
    if (found.isEmpty()) return null;
    var alphas =
        found.stream()
            .mapToDouble(one -> Objects.requireNonNull(one.figures().alpha()).value())
            .summaryStatistics();
    return new Backing.Tested(
        found.size(),
        questionnaire.dimensions().size(),
        found.stream().mapToInt(Consistency::companies).min().orElseThrow(),
        alphas.getMin(),
        alphas.getMax(),
        found.stream().map(Consistency::workedOutAt).max(Instant::compareTo).orElseThrow());
  }

  private Backing.@Nullable Peer peer(Assessment assessment, Result.Scored scored, Instant day) {
    var since = day.atOffset(ZoneOffset.UTC).minus(rules.normsHold()).toInstant();
    var blocks = shelf.between(since, day, assessment.questionnaire(), peers.invented());
    return respondents
        .placeOf(assessment.id())
        .flatMap(place -> Norms.nearest(place, blocks))
        .map(norms ->
            new Backing.Peer(
                norms.cell(),
                norms.companies(),
                norms.percentile(scored.index()),
                norms.percentile(scored.band().low()),
                norms.percentile(scored.band().high()),
                norms.asOf()))
        .orElse(null);
  }
}
