package lu.aifactory.platform.readiness;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.readiness.Assessment.Recorded;
import lu.aifactory.platform.readiness.Questionnaire.Trigger;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;

/// How ready an organisation is for its project: start, answer, finish, and read what came of it.
@Facade
public class Readiness {

  private final Assessments assessments;
  private final Questionnaires questionnaires;
  private final Announcements announcements;
  private final CurrentPerson current;
  private final Clock clock;

  Readiness(
      Assessments assessments,
      Questionnaires questionnaires,
      Announcements announcements,
      CurrentPerson current,
      Clock clock) {
    this.assessments = assessments;
    this.questionnaires = questionnaires;
    this.announcements = announcements;
    this.current = current;
    this.clock = clock;
  }

  /// The questionnaire that a new assessment of this engagement would ask today.
  @Needs("readiness:read")
  public Questionnaire questionnaire(EngagementId engagement, Depth depth) {
    return questionnaire(depth);
  }

  /// The questionnaire that a new assessment would ask today.
  @Needs("readiness:read")
  public Questionnaire questionnaire(Depth depth) {
    return questionnaires.inEffect(depth, Today.of(clock));
  }

  /// Starts an assessment under an id that the caller made, so that a second sending starts no second one. A full one
  /// that follows a light one begins with the answers of that.
  ///
  /// @param triggers the facts about the project that apply, by their ids in the questionnaire
  @Needs(value = "readiness:answer", records = "readiness.started")
  public Outcome<Assessment> start(
      EngagementId engagement, AssessmentId id, Depth depth, Set<String> triggers) {
    var same = assessments.find(id);
    if (same.isPresent()) {
      return same.get().engagement().equals(engagement)
          ? Outcome.done(same.get())
          : Outcome.refused(new Refusal.NotFound());
    }
    var questionnaire = questionnaire(depth);
    return known(questionnaire, triggers)
        .then(_ -> {
          var before = depth == Depth.FULL ? lastLight(engagement) : Optional.<Assessment>empty();
          if (!assessments.insert(
              id, engagement, questionnaire, triggers, current.get(), clock.instant())) {
            return Outcome.refused(new ReadinessRefusal.AlreadyOpen(open(engagement)));
          }
          before.ifPresent(light -> assessments.carryOver(light.id(), id, questionnaire));
          var started = get(id);
          announcements.started(started);
          return Outcome.done(started);
        });
  }

  /// Says anew which facts apply; answers already given stay.
  @Needs(value = "readiness:answer", records = "readiness.facts-changed")
  public Outcome<Assessment> changeFacts(AssessmentId id, Set<String> triggers) {
    return whileOpen(
        id,
        assessment ->
            known(assessment.questionnaire(), triggers)
                .map(_ -> {
                  assessments.changeTriggers(id, triggers);
                  return get(id);
                }));
  }

  /// Saves the answer to one item.
  @Needs(value = "readiness:answer", records = "readiness.answered")
  public Outcome<Assessment> answer(AssessmentId id, String item, Given given) {
    return whileAsked(
        id,
        item,
        given.version(),
        assessment ->
            given
                .checked()
                .map(answer -> keepVerified(assessment.answerTo(item), answer))
                .map(answer -> save(assessment, item, answer)));
  }

  /// The advisor has seen that the answer is right.
  ///
  /// @param note where that can be seen; empty leaves the note that is there
  @Needs(value = "readiness:verify-evidence", records = "readiness.evidence-verified")
  public Outcome<Assessment> verifyEvidence(AssessmentId id, String item, String note) {
    var faults = new ArrayList<Fault>();
    Given.checkLength("note", note, faults);
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    return whileAsked(
        id,
        item,
        null,
        assessment ->
            assessment.answerTo(item).map(Recorded::answer).orElse(new Answer.DontKnow())
                    instanceof Answer.AtLevel(int level, _, var before)
                ? Outcome.done(
                    save(
                        assessment,
                        item,
                        new Answer.AtLevel(
                            level,
                            Evidence.VERIFIED_BY_ADVISOR,
                            note.isBlank() ? before : note.strip())))
                : Outcome.refused(new ReadinessRefusal.NothingToVerify(item)));
  }

  /// Closes an assessment in which every item has an answer; from then on it stays as it is.
  @Needs(value = "readiness:answer", records = "readiness.finished")
  public Outcome<Assessment> finish(AssessmentId id) {
    return whileOpen(
        id,
        assessment -> {
          var open = assessment.open().stream().map(Questionnaire.Item::id).toList();
          if (!open.isEmpty()) {
            return Outcome.refused(new ReadinessRefusal.Incomplete(open));
          }
          assessments.finish(id, current.get(), clock.instant());
          var finished = get(id);
          announcements.finished(finished);
          return Outcome.done(finished);
        });
  }

  /// One assessment with its answers.
  @Needs("readiness:read")
  public Assessment assessment(AssessmentId id) {
    return get(id);
  }

  /// What an assessment says; an open one says what its answers say so far.
  @Needs("readiness:read")
  public Result result(AssessmentId id) {
    return get(id).result();
  }

  /// All assessments of an engagement, newest first.
  @Needs("readiness:read")
  public List<Assessment> history(EngagementId engagement) {
    return assessments.of(engagement);
  }

  /// The assessment beside the finished one before it, where both have a score.
  @Needs("readiness:read")
  public Optional<Comparison> comparison(AssessmentId id) {
    var later = get(id);
    if (!(later.result() instanceof Result.Scored laterScore)) {
      return Optional.empty();
    }
    return assessments.of(later.engagement()).stream()
        .filter(each -> each.finished() && each.startedAt().isBefore(later.startedAt()))
        .findFirst()
        .filter(earlier -> earlier.result() instanceof Result.Scored)
        .map(earlier ->
            Comparison.of(
                (Result.Scored) earlier.result(),
                earlier.questionnaire(),
                laterScore,
                later.questionnaire()));
  }

  private Outcome<Assessment> whileOpen(
      AssessmentId id, Function<Assessment, Outcome<Assessment>> change) {
    var assessment = assessments.lock(id).orElseThrow(() -> new NotVisible(id.toString()));
    return assessment.finished()
        ? Outcome.refused(new ReadinessRefusal.Finished())
        : change.apply(assessment);
  }

  private Outcome<Assessment> whileAsked(
      AssessmentId id,
      String item,
      @Nullable Integer version,
      Function<Assessment, Outcome<Assessment>> change) {
    return whileOpen(
        id,
        assessment -> {
          if (assessment.asked().stream().noneMatch(asked -> asked.id().equals(item))) {
            return Outcome.refused(new ReadinessRefusal.NotAsked(item));
          }
          int stored = assessment.answerTo(item).map(Recorded::version).orElse(0);
          return version != null && version != stored
              ? Outcome.refused(new Refusal.Changed(stored))
              : change.apply(assessment);
        });
  }

  private Assessment save(Assessment assessment, String item, Answer answer) {
    var before = assessment.answerTo(item).map(Recorded::answer);
    if (before.isPresent() && before.get().equals(answer)) {
      return assessment;
    }
    assessments.save(assessment.id(), item, answer, current.get(), clock.instant());
    return get(assessment.id());
  }

  /// Saving the same level again, as going through the pages does, takes back no verification.
  private static Answer keepVerified(Optional<Recorded> before, Answer answer) {
    return before.map(Recorded::answer).orElse(answer)
                instanceof Answer.AtLevel(int was, var evidence, _)
            && evidence == Evidence.VERIFIED_BY_ADVISOR
            && answer instanceof Answer.AtLevel(int is, _, var note)
            && was == is
        ? new Answer.AtLevel(is, Evidence.VERIFIED_BY_ADVISOR, note)
        : answer;
  }

  private static Outcome<Set<String>> known(Questionnaire questionnaire, Set<String> triggers) {
    var known = questionnaire.triggers().stream().map(Trigger::id).collect(Collectors.toSet());
    return known.containsAll(triggers)
        ? Outcome.done(triggers)
        : Outcome.refused(
            new Refusal.Invalid(List.of(new Fault("facts", "readiness.fault.facts"))));
  }

  /// The assessment before, if it was a light one.
  private Optional<Assessment> lastLight(EngagementId engagement) {
    return assessments.of(engagement).stream()
        .filter(Assessment::finished)
        .findFirst()
        .filter(last -> last.depth() == Depth.LIGHT);
  }

  private AssessmentId open(EngagementId engagement) {
    return assessments.of(engagement).stream()
        .filter(assessment -> !assessment.finished())
        .map(Assessment::id)
        .findFirst()
        .orElseThrow();
  }

  private Assessment get(AssessmentId id) {
    return assessments.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
