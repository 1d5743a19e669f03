package lu.aifactory.platform.usecase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.UseCaseRows.Stored;
import lu.aifactory.platform.usecase.decide.Command;
import org.jspecify.annotations.Nullable;

/// Use cases of an engagement: their sections, sign-offs and sealed documents.
@Facade
public class UseCases {

  private final UseCaseRows rows;
  private final UseCaseLists lists;
  private final UseCaseEvents history;
  private final Desk desk;
  private final Parts parts;
  private final Sealing sealing;
  private final Announcements announcements;
  private final EngagementAdvisor advisor;
  private final Access access;
  private final CurrentPerson current;
  private final TenantOf<EngagementId> tenants;

  UseCases(
      UseCaseRows rows,
      UseCaseLists lists,
      UseCaseEvents history,
      Desk desk,
      Parts parts,
      Sealing sealing,
      Announcements announcements,
      EngagementAdvisor advisor,
      Access access,
      CurrentPerson current,
      TenantOf<EngagementId> tenants) {
    this.rows = rows;
    this.lists = lists;
    this.history = history;
    this.desk = desk;
    this.parts = parts;
    this.sealing = sealing;
    this.announcements = announcements;
    this.advisor = advisor;
    this.access = access;
    this.current = current;
    this.tenants = tenants;
  }

  /// Begins a use case. Asking twice with the same id makes one.
  @Needs(value = "usecase:write", records = "usecase.created")
  public Outcome<UseCaseId> create(EngagementId engagement, UseCaseId id, NewUseCase wanted) {
    var faults = wanted.faults();
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    var organisation = tenants.organisationOf(engagement).orElseThrow();
    var content =
        new Content(
            wanted.title(), wanted.language(), parts.definition().version(), 1, new TreeMap<>());
    return add(new UseCase(id, engagement, organisation, content), null);
  }

  /// Starts a new revision from a sealed document, with the same content. Asking again answers the one that is there.
  @Needs(value = "usecase:write", records = "usecase.revision-started")
  public Outcome<UseCaseId> startRevision(UseCaseId sealed, UseCaseId id) {
    var old = rows.lock(sealed);
    if (old.isEmpty() || old.get().sealed() == null) {
      return Outcome.refused(new UseCaseRefusal.NoRevisionFromHere());
    }
    var there = rows.revisionAfter(sealed);
    if (there.isPresent()) {
      return Outcome.done(there.get());
    }
    var useCase = old.get().useCase();
    var next =
        new UseCase(id, useCase.engagement(), useCase.organisation(), useCase.content().revised());
    return add(next, sealed);
  }

  private Outcome<UseCaseId> add(UseCase useCase, @Nullable UseCaseId revisionOf) {
    var now = desk.now();
    var by = current.get();
    var id = useCase.id();
    var open = parts.assess(useCase).gate().open().size();
    if (!rows.add(useCase, revisionOf, open, by, now)) {
      var there = rows.find(id).orElseThrow();
      return there.useCase().engagement().equals(useCase.engagement())
          ? Outcome.done(id)
          : Outcome.refused(new Refusal.NotFound());
    }
    useCase
        .content()
        .sections()
        .forEach((key, answers) -> rows.addSection(id, key, 1, answers, by, now));
    if (revisionOf == null) {
      announcements.created(useCase, by, now);
    } else {
      announcements.revised(useCase, by, now);
    }
    return Outcome.done(id);
  }

  /// The use cases that the caller may see.
  @Needs("usecase:read")
  public Page<UseCaseSummary> list(ListQuery query) {
    return lists.page(access.visibility("usecase:read"), query).map(this::named);
  }

  /// The use cases of one engagement, oldest first.
  @Needs("usecase:read")
  public List<UseCaseSummary> of(EngagementId engagement) {
    return lists.of(engagement).stream().map(this::named).toList();
  }

  /// What waits for the caller's signature in one capacity.
  @Needs("usecase:read")
  public List<UseCaseSummary> waitingForSignature(Capacity capacity) {
    return lists.unsigned(access.visibility("usecase:sign-" + capacity.word()), capacity).stream()
        .filter(one -> advisor.allows(capacity, one.engagement()))
        .map(this::named)
        .toList();
  }

  /// One use case.
  @Needs("usecase:read")
  public UseCaseView show(UseCaseId id) {
    var stored = stored(id);
    var assessment = parts.assess(stored.useCase());
    var standing = stored.standing();
    var phase = Desk.phase(standing, assessment);
    var sealed = stored.sealed();
    var hash = sealed == null ? assessment.hash() : sealed.contentHash();
    var valid = new EnumMap<Capacity, Signature>(Capacity.class);
    var outdated = new ArrayList<Signature>();
    for (var signature : standing.signatures().values()) {
      if (signature.contentHash().equals(hash)) {
        valid.put(signature.capacity(), signature);
      } else {
        outdated.add(signature);
      }
    }
    return new UseCaseView(
        named(stored.summary()).in(phase, assessment.gate().open().size()),
        stored.useCase().content().language(),
        standing.titleVersion(),
        assessment.gate(),
        hash,
        valid,
        outdated,
        sealed,
        stored.revisionOf(),
        rows.revisionAfter(id).orElse(null));
  }

  /// One section.
  @Needs("usecase:read")
  public Optional<SectionView> section(UseCaseId id, String key) {
    var stored = stored(id);
    return parts.all().stream()
        .filter(part -> part.key().equals(key))
        .findFirst()
        .map(part -> view(part, stored));
  }

  private static SectionView view(UseCasePart part, Stored stored) {
    var saved = stored.sections().get(part.key());
    return new SectionView(
        part.key(),
        stored.standing().version(part.key()),
        part.content(stored.useCase()),
        part.completeness(stored.useCase()),
        saved == null ? null : saved.savedBy(),
        saved == null ? null : saved.savedAt());
  }

  /// A section as it was at an earlier version.
  @Needs("usecase:read")
  public Answers sectionAt(UseCaseId id, String key, int version) {
    return rows.version(id, key, version);
  }

  /// Stores a section over the version that the writer saw. Gaps are fine: they show at the gate.
  @Needs(value = "usecase:write", records = "usecase.section-saved")
  public Outcome<SectionView> save(UseCaseId id, String key, Answers answers, int seenVersion) {
    if (parts.definition().section(key).isEmpty() || parts.isForeign(key)) {
      return Outcome.refused(new Refusal.NotFound());
    }
    return desk.carryOut(id, new Command.SaveSection(key, answers, seenVersion))
        .map(_ -> section(id, key).orElseThrow());
  }

  /// Gives a use case another title.
  @Needs(value = "usecase:write", records = "usecase.retitled")
  public Outcome<UseCaseView> retitle(UseCaseId id, String title, int seenVersion) {
    var faults = NewUseCase.titleFaults(title.strip());
    return faults.isEmpty()
        ? change(id, new Command.Retitle(title.strip(), seenVersion))
        : Outcome.refused(new Refusal.Invalid(faults));
  }

  /// Signs for the organisation what the caller saw: the content with this hash.
  @Needs(value = "usecase:sign-organisation", records = "usecase.signed-for-organisation")
  public Outcome<UseCaseView> signForOrganisation(UseCaseId id, String shownHash) {
    return sign(id, Capacity.ORGANISATION, shownHash);
  }

  /// Signs as the assigned advisor what the caller saw.
  @Needs(value = "usecase:sign-advisor", records = "usecase.signed-as-advisor")
  public Outcome<UseCaseView> signAsAdvisor(UseCaseId id, String shownHash) {
    return advisor.isCaller(stored(id).useCase().engagement())
        ? sign(id, Capacity.ADVISOR, shownHash)
        : Outcome.refused(new UseCaseRefusal.NotTheAdvisor());
  }

  /// Takes the caller's own sign-off for the organisation back.
  @Needs(value = "usecase:sign-organisation", records = "usecase.organisation-sign-off-withdrawn")
  public Outcome<UseCaseView> withdrawForOrganisation(UseCaseId id) {
    return change(id, new Command.Withdraw(Capacity.ORGANISATION, current.get().id().value()));
  }

  /// Takes the caller's own sign-off as advisor back.
  @Needs(value = "usecase:sign-advisor", records = "usecase.advisor-sign-off-withdrawn")
  public Outcome<UseCaseView> withdrawAsAdvisor(UseCaseId id) {
    return change(id, new Command.Withdraw(Capacity.ADVISOR, current.get().id().value()));
  }

  /// Makes the document final, as sealed PDF and as JSON.
  @Needs(value = "usecase:seal", records = "usecase.sealed")
  public Outcome<UseCaseView> seal(UseCaseId id) {
    return desk.carryOut(id, new Command.Seal())
        .then(_ -> sealing.seal(stored(id), desk.now()))
        .map(sealed -> {
          rows.addSeal(id, sealed, current.get());
          return show(id);
        });
  }

  /// What happened, newest first.
  @Needs("usecase:read")
  public List<HistoryLine> history(UseCaseId id) {
    return history.of(id);
  }

  /// The document as an HTML page: what is signed, or what was sealed.
  @Needs("usecase:read")
  public String document(UseCaseId id) {
    return sealing.page(stored(id), desk.now());
  }

  /// The document as a Word file to work on; the sealed PDF remains the document.
  @Needs("usecase:read")
  public byte[] word(UseCaseId id) {
    return sealing.word(stored(id), desk.now());
  }

  /// The bytes of the sealed PDF, if it is sealed.
  @Needs("usecase:read")
  public Optional<byte[]> pdf(UseCaseId id) {
    return Optional.ofNullable(stored(id).sealed()).map(sealed -> sealing.read(sealed.pdf()));
  }

  /// The bytes of the sealed JSON, if it is sealed; else those of the draft as it is now.
  @Needs("usecase:read")
  public byte[] json(UseCaseId id) {
    var stored = stored(id);
    var sealed = stored.sealed();
    return sealed == null ? sealing.draft(stored) : sealing.read(sealed.json());
  }

  private Outcome<UseCaseView> sign(UseCaseId id, Capacity capacity, String shownHash) {
    var by = current.get();
    return change(
        id, new Command.Sign(capacity, by.id().value(), by.name(), shownHash, desk.now()));
  }

  private Outcome<UseCaseView> change(UseCaseId id, Command command) {
    return desk.carryOut(id, command).map(_ -> show(id));
  }

  private Stored stored(UseCaseId id) {
    return rows.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }

  private UseCaseSummary named(UseCaseSummary summary) {
    return summary.of(sealing.nameOf(summary.organisation()));
  }
}
