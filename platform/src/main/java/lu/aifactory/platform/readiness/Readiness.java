package lu.aifactory.platform.readiness;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.documents.Documents;
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

  private static final int MOST_IN_COURSE = 6;

  private final Assessments assessments;
  private final Questionnaires questionnaires;
  private final Announcements announcements;
  private final Peers peers;
  private final Backings backings;
  private final Documents documents;
  private final CurrentPerson current;
  private final Clock clock;

  Readiness(
      Assessments assessments,
      Questionnaires questionnaires,
      Announcements announcements,
      Peers peers,
      Backings backings,
      Documents documents,
      CurrentPerson current,
      Clock clock) {
    this.assessments = assessments;
    this.questionnaires = questionnaires;
    this.announcements = announcements;
    this.peers = peers;
    this.backings = backings;
    this.documents = documents;
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
                .map(answer -> save(assessment, item, answer, document(assessment, item, answer))));
  }

  /// The advisor has seen the document that shows the answer, or has made sure that it is right.
  @Needs(value = "readiness:verify-evidence", records = "readiness.evidence-verified")
  public Outcome<Assessment> verifyEvidence(AssessmentId id, String item, Marking marking) {
    var faults = marking.faults();
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    return whileAsked(
        id,
        item,
        null,
        assessment ->
            assessment.answerTo(item).map(Recorded::answer).orElse(new Answer.DontKnow())
                    instanceof Answer.AtLevel(int level, _, var before)
                ? shown(assessment, marking)
                    .map(document ->
                        save(
                            assessment,
                            item,
                            new Answer.AtLevel(
                                level,
                                marking.kind(),
                                marking.words().isEmpty() ? before : marking.words()),
                            document.orElse(null)))
                : Outcome.refused(new ReadinessRefusal.NothingToVerify(item)));
  }

  /// The document that a marking names, if it is one of the organisation's that the caller may see.
  private Outcome<Optional<DocumentId>> shown(Assessment assessment, Marking marking) {
    var named = marking.document();
    if (named == null) return Outcome.done(Optional.empty());
    var id = new DocumentId(named);
    var owner = peers.of(assessment.engagement()).organisation();
    return documents.find(id) instanceof Outcome.Done<Document>(var found)
            && found.organisation().equals(owner)
        ? Outcome.done(Optional.of(id))
        : Outcome.refused(
            new Refusal.Invalid(List.of(new Fault("document", "readiness.fault.document"))));
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
          assessments.finish(id, peers.of(assessment.engagement()), current.get(), clock.instant());
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

  /// The finished assessments of the project up to this one, the oldest first; of many the last six.
  @Needs("readiness:read")
  public List<Assessment> course(AssessmentId id) {
    var last = get(id);
    return assessments.of(last.engagement()).stream()
        .filter(each -> each.finished() && !each.startedAt().isAfter(last.startedAt()))
        .limit(MOST_IN_COURSE)
        .toList()
        .reversed();
  }

  /// What is known of the questions themselves, and where the score stands among those of other companies, on the day on
  /// which the assessment was finished.
  @Needs("readiness:read")
  public Backing backing(AssessmentId id) {
    return backings.of(get(id));
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

  private Assessment save(
      Assessment assessment, String item, Answer answer, @Nullable DocumentId document) {
    var before = assessment.answerTo(item);
    if (before.isPresent()
        && before.get().answer().equals(answer)
        && Objects.equals(before.get().document(), document)) {
      return assessment;
    }
    assessments.save(assessment.id(), item, answer, document, current.get(), clock.instant());
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

  /// A document shows one level; another level needs another look.
  private static @Nullable DocumentId document(Assessment assessment, String item, Answer answer) {
    return assessment
        .answerTo(item)
        .filter(before ->
            before.answer() instanceof Answer.AtLevel(int was, _, _)
                && answer instanceof Answer.AtLevel(int is, _, _)
                && was == is)
        .flatMap(before -> Optional.ofNullable(before.document()))
        .orElse(null);
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
