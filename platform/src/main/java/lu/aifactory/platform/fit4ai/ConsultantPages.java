package lu.aifactory.platform.fit4ai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of accredited consultants, and its upkeep.
@Controller
@RequestMapping("/fit4ai")
class ConsultantPages {

  private final Consultants consultants;
  private final Access access;
  private final Clock clock;

  ConsultantPages(Consultants consultants, Access access, Clock clock) {
    this.consultants = consultants;
    this.access = access;
    this.clock = clock;
  }

  @Needs("consultant:read")
  @GetMapping("/consultants")
  String list(
      @Listing(
              sorts = {"name", "until", "from"},
              filters = {"standing", "language", "sector"})
          ListQuery query,
      Model model) {
    model.addAttribute("page", consultants.list(query));
    model.addAttribute("today", Today.of(clock));
    model.addAttribute("manages", manages());
    model.addAttribute(
        "standings",
        Arrays.stream(Consultant.Standing.values())
            .map(one -> Choice.key(one.code(), "fit4ai.standing." + one.code()))
            .toList());
    model.addAttribute("languages", languages());
    return "fit4ai/consultants";
  }

  @Needs("consultant:read")
  @GetMapping("/consultants.csv")
  ResponseEntity<byte[]> export(
      @Listing(
              sorts = {"name", "until", "from"},
              filters = {"standing", "language", "sector"})
          ListQuery query)
      throws IOException {
    var text = new StringBuilder();
    var csv =
        Csv.to(
            text, List.of("id", "name", "website", "from", "until", "languages", "sectors"));
    var page = consultants.list(query.withSize(200));
    for (int number = 1; number <= page.pages(); number++) {
      for (var one : consultants.list(page.query().withPage(number)).items()) {
        csv.row(
            List.of(
                one.id().value(),
                one.name(),
                one.website(),
                one.from(),
                one.until(),
                String.join(" ", one.languages()),
                String.join(" ", one.sectors())));
      }
    }
    return csv(text, "consultants.csv");
  }

  @Needs("consultant:read")
  @GetMapping("/consultants/{id}")
  String show(@PathVariable UUID id, Model model) {
    model.addAttribute("consultant", found(id));
    model.addAttribute("today", Today.of(clock));
    model.addAttribute("manages", manages());
    return "fit4ai/consultant";
  }

  @Needs("consultant:manage")
  @GetMapping("/new-consultant")
  String blank(Model model) {
    return form(null, Form.empty().with("id", UUID.randomUUID()), model);
  }

  @Needs("consultant:manage")
  @PostMapping("/consultants")
  String add(@RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    return afterwards(
        null, consultants.add(new ConsultantId(form.id()), draft(form)), form, model);
  }

  @Needs("consultant:manage")
  @GetMapping("/consultants/{id}/change")
  String change(@PathVariable UUID id, Model model) {
    var consultant = found(id);
    var values = new LinkedHashMap<String, List<String>>();
    values.put("name", List.of(consultant.name()));
    values.put("website", List.of(consultant.website()));
    values.put("from", List.of(consultant.from().toString()));
    values.put("until", List.of(consultant.until().toString()));
    values.put("languages", List.copyOf(consultant.languages()));
    values.put("sectors", List.copyOf(consultant.sectors()));
    values.put("version", List.of(String.valueOf(consultant.version())));
    return form(consultant, Form.of(values), model);
  }

  @Needs("consultant:manage")
  @PostMapping("/consultants/{id}")
  String change(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var consultant = found(id);
    return afterwards(
        consultant, consultants.change(consultant.id(), draft(form), version), form, model);
  }

  private String afterwards(
      @Nullable Consultant before, Outcome<Consultant> outcome, Form form, Model model) {
    return switch (outcome) {
      case Done<Consultant>(var done) -> "redirect:/fit4ai/consultants/" + done.id().value();
      case Refused<Consultant>(var why) ->
          form(
              before,
              (before == null ? form : form.with("version", found(before.id().value()).version()))
                  .with(why),
              model);
    };
  }

  private static Consultant.Draft draft(Form form) {
    return new Consultant.Draft(
        form.value("name"),
        form.value("website"),
        day(form.value("from")),
        day(form.value("until")),
        new HashSet<>(form.all("languages")),
        new HashSet<>(form.all("sectors")));
  }

  private static String form(@Nullable Consultant consultant, Form form, Model model) {
    model.addAttribute("consultant", consultant);
    model.addAttribute("form", form);
    model.addAttribute("languages", languages());
    model.addAttribute(
        "sectors",
        Consultant.SECTORS.stream()
            .map(one -> Choice.key(one, "fit4ai.sector." + one.toLowerCase(Locale.ROOT)))
            .toList());
    return "fit4ai/consultant-form";
  }

  private static List<Choice> languages() {
    return Consultant.LANGUAGES.stream()
        .map(one -> Choice.key(one, "fit4ai.language." + one))
        .toList();
  }

  private Consultant found(UUID id) {
    return consultants
        .find(new ConsultantId(id))
        .orElseThrow(() -> new NotVisible("consultant " + id));
  }

  private boolean manages() {
    return access.visibility("consultant:manage").everything();
  }

  static ConsultantId id(String typed) {
    try {
      return new ConsultantId(UUID.fromString(typed));
    } catch (IllegalArgumentException _) {
      return new ConsultantId(new UUID(0, 0));
    }
  }

  static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException _) {
      return null;
    }
  }

  static ResponseEntity<byte[]> csv(StringBuilder text, String name) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
