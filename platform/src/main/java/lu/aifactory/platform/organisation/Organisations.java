package lu.aifactory.platform.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.rulebook.Rulebook;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;

/// What organisations are, in detail.
@Facade
public class Organisations {

  private final Profiles profiles;
  private final Declarations declarations;
  private final AnswerCheck check;
  private final Identity identity;
  private final CurrentPerson current;
  private final Access access;
  private final Rulebook rulebook;
  private final ObjectProvider<AlreadyTold> told;
  private final Clock clock;

  Organisations(
      Profiles profiles,
      Declarations declarations,
      AnswerCheck check,
      Identity identity,
      CurrentPerson current,
      Access access,
      Rulebook rulebook,
      ObjectProvider<AlreadyTold> told,
      Clock clock) {
    this.profiles = profiles;
    this.declarations = declarations;
    this.check = check;
    this.identity = identity;
    this.current = current;
    this.access = access;
    this.rulebook = rulebook;
    this.told = told;
    this.clock = clock;
  }

  /// Registers an organisation of which the caller becomes the owner. Asking twice with the same id makes one.
  @Open(
      value = "anybody who is signed in may register an organisation of their own",
      records = "organisation.registered")
  public Outcome<OrganisationId> register(OrganisationId id, Registration registration) {
    var person = current.get();
    // Who has no organisation yet holds no permission; a token is limited to what it was made for.
    var scopes = person.scopes();
    if (scopes != null && !scopes.contains("profile:write")) {
      throw new AccessDeniedException("a token without profile:write");
    }
    var founded = identity.found(id, registration.name(), person.id());
    if (founded instanceof Outcome.Refused<OrganisationId>) return founded;
    // The id may be somebody else's; the caller's own memberships are those of the start of the
    // request.
    var mine =
        current.asSystem(
            "registration",
            () ->
                identity.members(id).stream()
                    .anyMatch(member -> member.account().equals(person.id())));
    return mine ? begin(id, registration) : Outcome.refused(new Refusal.NotFound());
  }

  /// Begins the details of an organisation that was founded elsewhere, for example by the intake.
  @Needs(value = "organisation:write", records = "organisation.described")
  public Outcome<OrganisationId> describe(OrganisationId id, Registration registration) {
    return begin(id, registration)
        .map(described -> {
          keepName(described);
          return described;
        });
  }

  // Its founding named it; lists and engagements read that name.
  private void keepName(OrganisationId id) {
    profiles
        .find(id)
        .map(stored -> stored.organisation().name())
        .filter(name -> !identity.nameOf(id).equals(Optional.of(name)))
        .ifPresent(name -> identity.rename(id, name));
  }

  private Outcome<OrganisationId> begin(OrganisationId id, Registration registration) {
    var existing = profiles.find(id);
    if (existing.isPresent()) {
      return existing.get().profile().kind() == registration.kind()
          ? Outcome.done(id)
          : Outcome.refused(new OrganisationRefusal.AlreadyDescribed());
    }
    var answers = new TreeMap<>(registration.answers());
    answers.put("name", registration.name());
    answers.putIfAbsent("language", "en");
    var empty = new Profile(registration.kind(), Map.of(), List.of());
    return checked(empty, answers, registration.group())
        .then(profile ->
            profiles.add(stored(id, 1, profile)) ? Outcome.done(id) : overtaken(id, profile));
  }

  // Somebody else was first by a moment; sent twice it is the same.
  private Outcome<OrganisationId> overtaken(OrganisationId id, Profile profile) {
    var there = profiles.find(id).orElseThrow(() -> new NotVisible(id.toString()));
    return there.profile().equals(profile)
        ? Outcome.done(id)
        : Outcome.refused(new Refusal.Changed(there.version()));
  }

  /// Saves some answers on top of what is there. Answers that are not named stay as they are.
  @Needs(value = "organisation:write", records = "organisation.changed")
  public Outcome<Integer> save(OrganisationId id, int version, Map<String, String> answers) {
    return change(id, version, answers, null);
  }

  /// Saves the whole group.
  @Needs(value = "organisation:write", records = "organisation.group-changed")
  public Outcome<Integer> saveGroup(OrganisationId id, int version, List<Enterprise> group) {
    return change(id, version, Map.of(), group);
  }

  /// Saves answers and the whole group at once.
  @Needs(value = "organisation:write", records = "organisation.changed")
  public Outcome<Integer> save(
      OrganisationId id, int version, Map<String, String> answers, List<Enterprise> group) {
    return change(id, version, answers, group);
  }

  private Outcome<Integer> change(
      OrganisationId id,
      int version,
      Map<String, String> answers,
      @Nullable List<Enterprise> group) {
    var before = profiles.find(id).orElse(null);
    if (before == null) return Outcome.refused(new Refusal.NotFound());
    if (before.version() != version) {
      return Outcome.refused(new Refusal.Changed(before.version()));
    }
    var profile = before.profile();
    return checked(profile, answers, group == null ? profile.group() : group)
        .then(after -> write(before, after));
  }

  private Outcome<Integer> write(Stored before, Profile after) {
    var id = before.organisation().id();
    var stored = stored(id, before.version() + 1, after);
    if (!profiles.change(stored)) {
      var now = profiles.find(id).map(Stored::version).orElse(before.version());
      return Outcome.refused(new Refusal.Changed(now));
    }
    if (!stored.organisation().name().equals(before.organisation().name())) {
      identity.rename(id, stored.organisation().name());
    }
    return Outcome.done(stored.version());
  }

  private Outcome<Profile> checked(
      Profile profile, Map<String, String> answers, List<Enterprise> group) {
    var groupFaults = check.checkGroup(group);
    if (!group.isEmpty() && !Paths.hasGroup(profile.kind())) {
      groupFaults = List.of(new Fault("group", "organisation.fault.no-group"));
    }
    if (!groupFaults.isEmpty()) return Outcome.refused(new Refusal.Invalid(groupFaults));
    return switch (check.check(profile, answers, Today.of(clock))) {
      case AnswerCheck.Checked.Right(var right) ->
          Outcome.done(new Profile(profile.kind(), right, group));
      case AnswerCheck.Checked.Wrong(var faults) -> Outcome.refused(new Refusal.Invalid(faults));
    };
  }

  private Stored stored(OrganisationId id, int version, Profile profile) {
    var size = sizeOf(profile);
    var organisation =
        new Organisation(
            id,
            profile.answer("name"),
            profile.kind(),
            profile.answer("sector"),
            profile.country(),
            Locale.of(profile.answer("language")),
            size == null ? Map.of() : size.byFrame(),
            profile.missing().isEmpty(),
            clock.instant());
    return new Stored(organisation, version, profile);
  }

  private @Nullable Size sizeOf(Profile profile) {
    var day = Today.of(clock);
    return profile
        .sizeInput()
        .map(input -> new SizeCalculation((t, in) -> rulebook.decide(t, day, in)).of(input))
        .orElse(null);
  }

  /// What other rooms need to know of an organisation; empty while it has no details.
  @Needs("organisation:read")
  public Optional<Organisation> find(OrganisationId id) {
    return profiles.find(id).map(Stored::organisation);
  }

  /// An organisation with everything that it has said; empty while it has no details.
  @Needs("organisation:read")
  public Optional<Portrait> portrait(OrganisationId id) {
    return profiles.find(id).map(this::portrait);
  }

  private Portrait portrait(Stored stored) {
    var size = sizeOf(stored.profile());
    var signed = declarations.of(stored.organisation().id());
    var declared =
        size != null
            && !signed.isEmpty()
            && signed.getFirst().content().equals(Declarations.content(stored, size));
    return new Portrait(
        stored.organisation(), stored.version(), stored.profile(), size, signed, declared);
  }

  /// What other rooms were told of it, to fill forms with.
  @Needs("organisation:write")
  public AlreadyTold.Told alreadyTold(OrganisationId id) {
    return told.stream()
        .flatMap(room -> room.about(id).stream())
        .findFirst()
        .orElseGet(AlreadyTold.Told::nothing);
  }

  /// The organisations that the caller may see.
  @Needs("organisation:read")
  public Page<Organisation> list(ListQuery query) {
    return profiles.page(query, access.visibility("organisation:read"));
  }

  /// All that the query finds, one after the other, to take away.
  @Needs("organisation:read")
  public void export(ListQuery query, Consumer<Organisation> each) {
    profiles.each(query, access.visibility("organisation:read"), each);
  }

  /// Signs for the size as it is computed now. The version says which figures the signer has seen.
  @Needs(value = "organisation:declare", records = "organisation.size-declared")
  public Outcome<Declaration> declare(OrganisationId id, DeclarationId declaration, int version) {
    var stored = profiles.find(id).orElseThrow(() -> new NotVisible(id.toString()));
    for (var signed : declarations.of(id)) {
      if (signed.id().equals(declaration)) return Outcome.done(signed);
    }
    if (stored.version() != version) {
      return Outcome.refused(new Refusal.Changed(stored.version()));
    }
    var size = sizeOf(stored.profile());
    if (size == null) return Outcome.refused(new OrganisationRefusal.NoFigures());
    keepRules(size, declaration);
    var person = current.get();
    var content = Declarations.content(stored, size);
    var signed =
        new Declaration(
            declaration,
            size.year(),
            person.id(),
            person.name(),
            clock.instant(),
            content,
            Declarations.sha256(content));
    declarations.add(id, signed);
    return Outcome.done(signed);
  }

  private void keepRules(Size size, DeclarationId declaration) {
    for (var result : size.results()) {
      var rule = result.rule();
      rulebook.decide(rule.table(), rule.on(), rule.inputs(), declaration);
    }
  }
}
