package lu.aifactory.platform.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.EngagementEvent;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.TextProposal.Draft;
import lu.aifactory.platform.usecase.TextProposal.Place;
import lu.aifactory.platform.usecase.TextProposal.State;
import lu.aifactory.platform.usecase.decide.Field;
import lu.aifactory.platform.usecase.decide.FormInput;
import org.springframework.context.ApplicationEventPublisher;

/// Texts that others propose for a use case. Nothing is written over: only the organisation takes one over, seeing what
/// stood there before.
@Facade
public class TextProposals {

  private static final int LONGEST_REASON = 2000;

  private final TextProposalRows rows;
  private final UseCases useCases;
  private final Parts parts;
  private final CurrentPerson current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TextProposals(
      TextProposalRows rows,
      UseCases useCases,
      Parts parts,
      CurrentPerson current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.useCases = useCases;
    this.parts = parts;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /// The fields for which a text can be proposed, in the order of the document.
  @Open("what a use case may contain is the same for everybody")
  public List<Place> places() {
    return parts.definition().sections().stream()
        .filter(section -> !parts.isForeign(section.key()))
        .flatMap(section ->
            section.fields().stream()
                .filter(TextProposals::takesText)
                .map(field -> new Place(section.key(), field.key(), field.longest())))
        .toList();
  }

  private static boolean takesText(Field field) {
    return field.type() == Field.Type.TEXT || field.type() == Field.Type.LONG;
  }

  /// Proposes a text. Asking twice with the same id makes one.
  @Needs(value = "usecase:propose", records = "usecase.text-proposed")
  public Outcome<TextProposal> propose(UseCaseId id, Draft draft) {
    if (!isPlace(draft)) return invalid("place", "usecase.proposal.fault.place");
    var typed = Map.of(draft.field(), draft.text());
    var section = parts.definition().section(draft.section()).orElseThrow();
    var reading = new FormInput(section, typed).read(parts.definition().mostBytes());
    if (!reading.faults().isEmpty()) {
      return Outcome.refused(
          new Refusal.Invalid(
              reading.faults().stream()
                  .map(fault -> new Fault("text", fault.message(), fault.arguments()))
                  .toList()));
    }
    if (reading.answers().isEmpty()) return invalid("text", "usecase.proposal.fault.text");
    var useCase = useCases.show(id);
    if (useCase.sealed() != null) return Outcome.refused(new UseCaseRefusal.IsSealed());
    if (rows.add(id, draft, current.get(), clock.instant())) {
      events.publishEvent(
          new EngagementEvent(
              useCase.summary().engagement(),
              "usecase.event.text-proposed",
              List.of(useCase.summary().title(), draft.origin()),
              new Waiting(Waiting.Who.ORGANISATION, null),
              "/use-cases/" + id.value() + "/proposals"));
    }
    return found(id, draft.id());
  }

  /// All proposals for a use case: open ones first, then the newest.
  @Needs("usecase:read")
  public List<TextProposal> of(UseCaseId id) {
    return rows.of(id);
  }

  /// Takes a text over into its field, in place of what the caller saw there.
  ///
  /// @param seenVersion of the section
  @Needs(value = "usecase:accept", records = "usecase.text-accepted")
  public Outcome<TextProposal> accept(UseCaseId id, UUID proposal, int seenVersion) {
    return open(id, proposal)
        .then(one -> {
          var section = useCases.section(id, one.section()).orElseThrow();
          var answers = new TreeMap<>(section.answers().fields());
          answers.put(one.field(), new Answer.Text(one.text()));
          return useCases.save(id, one.section(), new Answers(answers), seenVersion);
        })
        .then(_ -> decided(id, proposal, State.ACCEPTED, ""));
  }

  /// Leaves the field as it is.
  @Needs(value = "usecase:accept", records = "usecase.text-declined")
  public Outcome<TextProposal> decline(UseCaseId id, UUID proposal, String reason) {
    return reason.length() > LONGEST_REASON
        ? Outcome.refused(
            new Refusal.Invalid(
                List.of(new Fault("reason", "usecase.fault.too-long", List.of(LONGEST_REASON)))))
        : open(id, proposal).then(_ -> decided(id, proposal, State.DECLINED, reason.strip()));
  }

  private Outcome<TextProposal> open(UseCaseId id, UUID proposal) {
    var found = rows.lock(id, proposal);
    if (found.isEmpty()) return Outcome.refused(new Refusal.NotFound());
    return found.get().isOpen()
        ? Outcome.done(found.get())
        : Outcome.refused(new UseCaseRefusal.ProposalDecided());
  }

  private Outcome<TextProposal> decided(UseCaseId id, UUID proposal, State state, String reason) {
    rows.decide(proposal, state, reason, current.get(), clock.instant());
    return found(id, proposal);
  }

  private Outcome<TextProposal> found(UseCaseId id, UUID proposal) {
    return rows.find(id, proposal)
        .<Outcome<TextProposal>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private boolean isPlace(Draft draft) {
    return places().stream()
        .anyMatch(
            one -> one.section().equals(draft.section()) && one.field().equals(draft.field()));
  }

  private static <T> Outcome<T> invalid(String field, String message) {
    return Outcome.refused(new Refusal.Invalid(List.of(new Fault(field, message))));
  }
}
