package lu.aifactory.platform.usecase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of use cases, and the page on which a new one begins.
@Controller
class UseCasePages {

  private final UseCases useCases;
  private final Access access;
  private final TenantOf<EngagementId> tenants;

  UseCasePages(UseCases useCases, Access access, TenantOf<EngagementId> tenants) {
    this.useCases = useCases;
    this.access = access;
    this.tenants = tenants;
  }

  @GetMapping("/use-cases")
  @Needs("usecase:read")
  String list(
      @Listing(
              sorts = {"-changed", "title", "phase", "open"},
              filters = "phase")
          ListQuery query,
      Model model) {
    model.addAttribute("page", useCases.list(query));
    model.addAttribute("phases", phases());
    return "usecase/list";
  }

  @GetMapping("/use-cases.csv")
  @Needs("usecase:read")
  ResponseEntity<byte[]> export(
      @Listing(
              sorts = {"-changed", "title", "phase", "open"},
              filters = "phase")
          ListQuery query)
      throws IOException {
    var text = new StringBuilder();
    var columns = List.of("id", "organisation", "title", "revision", "state", "open", "changed");
    var csv = Csv.to(text, columns);
    var page = useCases.list(query.withSize(200));
    for (int number = 1; number <= page.pages(); number++) {
      for (var one : useCases.list(page.query().withPage(number)).items()) {
        csv.row(
            List.of(
                one.id().value(),
                one.organisationName(),
                one.title(),
                one.revision(),
                one.phase().code(),
                one.openSections(),
                one.changedAt()));
      }
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("use-cases.csv").build().toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/engagements/{engagement}/use-cases")
  @Needs("usecase:read")
  String ofEngagement(@PathVariable UUID engagement, Model model) {
    model.addAttribute("engagement", engagement);
    model.addAttribute("items", useCases.of(new EngagementId(engagement)));
    model.addAttribute("writes", mayWrite(new EngagementId(engagement)));
    return "usecase/engagement";
  }

  @GetMapping("/engagements/{engagement}/use-cases/new")
  @Needs("usecase:write")
  String begin(@PathVariable UUID engagement, Model model, Locale locale) {
    if (!mayWrite(new EngagementId(engagement))) {
      throw new NotVisible("engagement " + engagement);
    }
    var form = Form.empty().with("id", UUID.randomUUID()).with("language", locale.getLanguage());
    return beginning(engagement, form, model);
  }

  @PostMapping("/engagements/{engagement}/use-cases")
  @Needs("usecase:write")
  String create(
      @PathVariable UUID engagement,
      @RequestParam UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var wanted = new NewUseCase(form.value("title"), form.value("language"));
    return switch (useCases.create(new EngagementId(engagement), new UseCaseId(id), wanted)) {
      case Outcome.Done<UseCaseId>(var made) -> "redirect:/use-cases/" + made.value();
      case Outcome.Refused<UseCaseId>(var why) -> beginning(engagement, form.with(why), model);
    };
  }

  private static String beginning(UUID engagement, Form form, Model model) {
    model.addAttribute("engagement", engagement);
    model.addAttribute("form", form);
    model.addAttribute(
        "languages",
        NewUseCase.LANGUAGES.stream()
            .map(language -> Choice.key(language, "usecase.language." + language))
            .toList());
    return "usecase/new";
  }

  private boolean mayWrite(EngagementId engagement) {
    return tenants
        .organisationOf(engagement)
        .map(organisation -> access.may("usecase:write", organisation))
        .orElse(false);
  }

  private static List<Choice> phases() {
    return List.of(Phase.values()).stream()
        .map(phase -> Choice.key(phase.code(), "usecase.phase." + phase.code()))
        .toList();
  }
}
