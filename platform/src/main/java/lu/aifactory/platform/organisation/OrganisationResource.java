package lu.aifactory.platform.organisation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Organisations for programs.
@RestController
@RequestMapping("/api/organisations")
class OrganisationResource {

  private final Organisations organisations;

  OrganisationResource(Organisations organisations) {
    this.organisations = organisations;
  }

  /// An organisation in a list.
  record Brief(
      UUID id,
      String name,
      String kind,
      String sector,
      String country,
      String language,
      Map<String, String> sizes,
      boolean complete) {

    static Brief of(Organisation one) {
      var sizes = new LinkedHashMap<String, String>();
      one.sizes().forEach((frame, size) -> sizes.put(frame.code(), size.code()));
      return new Brief(
          one.id().value(),
          one.name(),
          one.kind().code(),
          one.sector(),
          one.country(),
          one.language().getLanguage(),
          sizes,
          one.complete());
    }
  }

  /// A declaration of size.
  record Signed(UUID id, int year, String name, String at, String sha256, String content) {

    static Signed of(Declaration one) {
      return new Signed(
          one.id().value(),
          one.year(),
          one.name(),
          one.at().toString(),
          one.sha256(),
          one.content());
    }
  }

  /// An organisation with everything that it has said.
  record Whole(
      Brief organisation,
      int version,
      Map<String, String> answers,
      List<Enterprise> group,
      List<String> missing,
      @Nullable Size size,
      List<Signed> declarations,
      boolean declared) {}

  /// A new organisation. Who sends an id may send the same again without making two.
  record New(
      @Nullable UUID id,
      @Nullable String kind,
      @Nullable String name,
      @Nullable Map<String, @Nullable String> answers,
      @Nullable List<Enterprise> group) {

    Registration registration(Kind of) {
      return new Registration(
          of,
          Objects.requireNonNullElse(name, ""),
          plain(answers),
          group == null ? List.of() : group);
    }

    Optional<Kind> known() {
      return kind == null ? Optional.empty() : Kind.of(kind);
    }
  }

  record Change(
      int version,
      @Nullable Map<String, @Nullable String> answers,
      @Nullable List<Enterprise> group) {}

  record Signature(@Nullable UUID id, int version) {}

  // A null takes an answer away, as a blank does.
  private static Map<String, String> plain(@Nullable Map<String, @Nullable String> answers) {
    var plain = new LinkedHashMap<String, String>();
    if (answers != null) {
      answers.forEach((name, answer) -> plain.put(name, Objects.requireNonNullElse(answer, "")));
    }
    return plain;
  }

  record Id(UUID id) {}

  record Version(int version) {}

  @Needs("organisation:read")
  @GetMapping
  Page<Brief> list(
      @Listing(
              sorts = {"name", "kind", "sector", "country", "changed"},
              filters = {"kind", "country", "size"})
          ListQuery query) {
    return organisations.list(query).map(Brief::of);
  }

  @Needs("profile:write")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Id> register(@RequestBody New body) {
    var kind = body.known();
    if (kind.isEmpty()) return unknownKind();
    var id = Objects.requireNonNullElseGet(body.id(), UUID::randomUUID);
    return organisations
        .register(id, body.registration(kind.get()))
        .map(done -> new Id(done.value()));
  }

  /// Begins the details of an organisation that has none; its id in the body is that of the address.
  @Needs("organisation:write")
  @PostMapping("/{id}/details")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Id> describe(@PathVariable UUID id, @RequestBody New body) {
    // Asked first, so that nobody learns from a fault whether there is such an organisation.
    organisations.find(new OrganisationId(id));
    var kind = body.known();
    if (kind.isEmpty()) return unknownKind();
    return organisations
        .describe(new OrganisationId(id), body.registration(kind.get()))
        .map(done -> new Id(done.value()));
  }

  private static Outcome<Id> unknownKind() {
    var codes = Arrays.stream(Kind.values()).map(Kind::code).toList();
    return Outcome.refused(
        new Refusal.Invalid(
            List.of(new Fault("kind", "organisation.fault.kind", List.of(codes.toString())))));
  }

  @Needs("organisation:read")
  @GetMapping("/{id}")
  Outcome<Whole> one(@PathVariable UUID id) {
    return organisations
        .portrait(new OrganisationId(id))
        .map(portrait -> Outcome.done(whole(portrait)))
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private static Whole whole(Portrait portrait) {
    return new Whole(
        Brief.of(portrait.organisation()),
        portrait.version(),
        portrait.profile().answers(),
        portrait.profile().group(),
        portrait.profile().missing().stream().map(Question::name).toList(),
        portrait.size(),
        portrait.declarations().stream().map(Signed::of).toList(),
        portrait.declared());
  }

  @Needs("organisation:write")
  @PutMapping("/{id}")
  Outcome<Version> change(@PathVariable UUID id, @RequestBody Change body) {
    var organisation = new OrganisationId(id);
    var answers = plain(body.answers());
    var saved =
        body.group() == null
            ? organisations.save(organisation, body.version(), answers)
            : organisations.save(organisation, body.version(), answers, body.group());
    return saved.map(Version::new);
  }

  @Needs("organisation:declare")
  @PostMapping("/{id}/declarations")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Signed> declare(@PathVariable UUID id, @RequestBody Signature body) {
    var declaration = Objects.requireNonNullElseGet(body.id(), UUID::randomUUID);
    return organisations
        .declare(new OrganisationId(id), new DeclarationId(declaration), body.version())
        .map(Signed::of);
  }
}
