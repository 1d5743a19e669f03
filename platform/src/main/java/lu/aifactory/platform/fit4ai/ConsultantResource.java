package lu.aifactory.platform.fit4ai;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The list of accredited consultants over REST.
@RestController
@RequestMapping("/api/fit4ai-consultants")
class ConsultantResource {

  record Saying(
      @Nullable UUID id,
      @Nullable String name,
      @Nullable String website,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable Set<String> languages,
      @Nullable Set<String> sectors,
      @Nullable Integer version) {

    Consultant.Draft draft() {
      return new Consultant.Draft(
          name == null ? "" : name,
          website == null ? "" : website,
          from,
          until,
          languages == null ? Set.of() : languages,
          sectors == null ? Set.of() : sectors);
    }
  }

  record ConsultantJson(
      UUID id,
      String name,
      String website,
      LocalDate from,
      LocalDate until,
      Set<String> languages,
      Set<String> sectors,
      int version) {

    static ConsultantJson of(Consultant one) {
      return new ConsultantJson(
          one.id().value(),
          one.name(),
          one.website(),
          one.from(),
          one.until(),
          one.languages(),
          one.sectors(),
          one.version());
    }
  }

  private final Consultants consultants;

  ConsultantResource(Consultants consultants) {
    this.consultants = consultants;
  }

  @Needs("consultant:read")
  @GetMapping
  Page<ConsultantJson> list(
      @Listing(
              sorts = {"name", "until", "from"},
              filters = {"standing", "language", "sector"})
          ListQuery query) {
    return consultants.list(query).map(ConsultantJson::of);
  }

  @Needs("consultant:read")
  @GetMapping("/{id}")
  ConsultantJson show(@PathVariable UUID id) {
    return consultants
        .find(new ConsultantId(id))
        .map(ConsultantJson::of)
        .orElseThrow(() -> new NotVisible("consultant " + id));
  }

  @Needs("consultant:manage")
  @PostMapping
  Outcome<ConsultantJson> add(@RequestBody Saying body) {
    var id = body.id() == null ? UUID.randomUUID() : body.id();
    return consultants.add(new ConsultantId(id), body.draft()).map(ConsultantJson::of);
  }

  @Needs("consultant:manage")
  @PutMapping("/{id}")
  Outcome<ConsultantJson> change(@PathVariable UUID id, @RequestBody Saying body) {
    var seen = body.version() == null ? 0 : body.version();
    return consultants
        .change(new ConsultantId(id), body.draft(), seen)
        .map(ConsultantJson::of);
  }
}
