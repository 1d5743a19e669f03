package lu.aifactory.platform.readiness;

import java.util.Collection;

/// How many answers rest on what.
public record EvidenceSummary(
    int selfDeclared, int documentSeen, int verifiedByAdvisor, int dontKnow, int notApplicable) {

  static EvidenceSummary of(Collection<Answer> answers) {
    var summary = new EvidenceSummary(0, 0, 0, 0, 0);
    for (var answer : answers) {
      summary = summary.plus(answer);
    }
    return summary;
  }

  private EvidenceSummary plus(Answer answer) {
    return switch (answer) {
      case Answer.AtLevel(_, var evidence, _) ->
          switch (evidence) {
            case SELF_DECLARED -> plus(1, 0, 0, 0, 0);
            case DOCUMENT_SEEN -> plus(0, 1, 0, 0, 0);
            case VERIFIED_BY_ADVISOR -> plus(0, 0, 1, 0, 0);
          };
      case Answer.DontKnow() -> plus(0, 0, 0, 1, 0);
      case Answer.NotApplicable(_) -> plus(0, 0, 0, 0, 1);
    };
  }

  private EvidenceSummary plus(int declared, int seen, int verified, int unknown, int excluded) {
    return new EvidenceSummary(
        selfDeclared + declared,
        documentSeen + seen,
        verifiedByAdvisor + verified,
        dontKnow + unknown,
        notApplicable + excluded);
  }

  /// All answers.
  public int total() {
    return selfDeclared + documentSeen + verifiedByAdvisor + dontKnow + notApplicable;
  }
}
