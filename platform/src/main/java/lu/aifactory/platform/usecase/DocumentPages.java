package lu.aifactory.platform.usecase;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// One use case: where it stands, the document to read, signing off and sealing.
@Controller
@RequestMapping("/use-cases/{id}")
class DocumentPages {

  static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  /// One of the two sign-offs: `open` when the caller may give it, `mine` when the caller may take it back.
  record Side(String word, @Nullable Signature signature, boolean open, boolean mine) {}

  private final UseCases useCases;
  private final Parts parts;
  private final Access access;
  private final CurrentPerson current;
  private final EngagementAdvisor advisor;
  private final MessageSource messages;

  DocumentPages(
      UseCases useCases,
      Parts parts,
      Access access,
      CurrentPerson current,
      EngagementAdvisor advisor,
      MessageSource messages) {
    this.useCases = useCases;
    this.parts = parts;
    this.access = access;
    this.current = current;
    this.advisor = advisor;
    this.messages = messages;
  }

  @GetMapping
  @Needs("usecase:read")
  String show(@PathVariable UUID id, Model model, Locale locale) {
    return overview(useCases.show(new UseCaseId(id)), null, model, locale);
  }

  @PostMapping("/title")
  @Needs("usecase:write")
  String retitle(
      @PathVariable UUID id,
      @RequestParam String title,
      @RequestParam int version,
      Model model,
      Locale locale) {
    return switch (useCases.retitle(new UseCaseId(id), title, version)) {
      case Outcome.Done<UseCaseView>(_) -> "redirect:/use-cases/" + id;
      case Outcome.Refused<UseCaseView>(var why) -> {
        var now = useCases.show(new UseCaseId(id));
        var theirs = now.summary().title();
        if (why instanceof Refusal.Changed && !theirs.equals(title.strip())) {
          var label = new Wording(messages, locale).say("usecase.new.field");
          model.addAttribute("changes", List.of(new Difference(label, theirs, title)));
        }
        var seen = why instanceof Refusal.Changed ? now.titleVersion() : version;
        var form = Form.empty().with("title", title).with("version", seen).with(why);
        yield overview(now, form, why, model, locale);
      }
    };
  }

  @GetMapping(path = "/document", produces = MediaType.TEXT_HTML_VALUE)
  @Needs("usecase:read")
  @ResponseBody
  String document(@PathVariable UUID id) {
    return useCases.document(new UseCaseId(id));
  }

  @GetMapping("/sign/{capacity}")
  @Needs("usecase:read")
  String sign(@PathVariable UUID id, @PathVariable String capacity, Model model, Locale locale) {
    var useCase = useCases.show(new UseCaseId(id));
    var side = capacity(capacity);
    if (useCase.sealed() != null || !maySign(useCase, side)) {
      return "redirect:/use-cases/" + id;
    }
    return confirmation(useCase, side, Form.empty(), model, locale);
  }

  @PostMapping("/sign/{capacity}")
  @Needs("usecase:read")
  String signed(
      @PathVariable UUID id,
      @PathVariable String capacity,
      @RequestParam String hash,
      Model model,
      Locale locale) {
    var useCase = new UseCaseId(id);
    var side = capacity(capacity);
    var outcome =
        switch (side) {
          case ORGANISATION -> useCases.signForOrganisation(useCase, hash);
          case ADVISOR -> useCases.signAsAdvisor(useCase, hash);
        };
    return switch (outcome) {
      case Outcome.Done<UseCaseView>(_) -> "redirect:/use-cases/" + id;
      case Outcome.Refused<UseCaseView>(var why) ->
          confirmation(useCases.show(useCase), side, Form.empty().with(why), model, locale);
    };
  }

  @PostMapping("/withdraw/{capacity}")
  @Needs("usecase:read")
  String withdraw(
      @PathVariable UUID id, @PathVariable String capacity, Model model, Locale locale) {
    var useCase = new UseCaseId(id);
    return afterwards(
        useCase,
        switch (capacity(capacity)) {
          case ORGANISATION -> useCases.withdrawForOrganisation(useCase);
          case ADVISOR -> useCases.withdrawAsAdvisor(useCase);
        },
        model,
        locale);
  }

  @GetMapping("/seal")
  @Needs("usecase:seal")
  String sealing(@PathVariable UUID id, Model model) {
    var useCase = useCases.show(new UseCaseId(id));
    if (useCase.phase() != Phase.DECISION_READY) {
      return "redirect:/use-cases/" + id;
    }
    model.addAttribute("useCase", useCase);
    return "usecase/seal";
  }

  @PostMapping("/seal")
  @Needs("usecase:seal")
  String seal(@PathVariable UUID id, Model model, Locale locale) {
    return afterwards(new UseCaseId(id), useCases.seal(new UseCaseId(id)), model, locale);
  }

  @PostMapping("/revisions")
  @Needs("usecase:write")
  String revise(@PathVariable UUID id, @RequestParam UUID revision, Model model, Locale locale) {
    return switch (useCases.startRevision(new UseCaseId(id), new UseCaseId(revision))) {
      case Outcome.Done<UseCaseId>(var made) -> "redirect:/use-cases/" + made.value();
      case Outcome.Refused<UseCaseId>(var why) ->
          overview(useCases.show(new UseCaseId(id)), why, model, locale);
    };
  }

  @GetMapping("/pdf")
  @Needs("usecase:read")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    return useCases
        .pdf(new UseCaseId(id))
        .map(bytes -> file(bytes, MediaType.APPLICATION_PDF, "use-case-" + id + ".pdf"))
        .orElseThrow(() -> new NotVisible("PDF of " + id));
  }

  @GetMapping("/json")
  @Needs("usecase:read")
  ResponseEntity<byte[]> json(@PathVariable UUID id) {
    var bytes = useCases.json(new UseCaseId(id));
    return file(bytes, MediaType.APPLICATION_JSON, "use-case-" + id + ".json");
  }

  @GetMapping("/docx")
  @Needs("usecase:read")
  ResponseEntity<byte[]> word(@PathVariable UUID id) {
    return file(useCases.word(new UseCaseId(id)), DOCX, "use-case-" + id + ".docx");
  }

  static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  private String afterwards(
      UseCaseId id, Outcome<UseCaseView> outcome, Model model, Locale locale) {
    return switch (outcome) {
      case Outcome.Done<UseCaseView>(_) -> "redirect:/use-cases/" + id.value();
      case Outcome.Refused<UseCaseView>(var why) -> overview(useCases.show(id), why, model, locale);
    };
  }

  private String overview(
      UseCaseView useCase, @Nullable Refusal refused, Model model, Locale locale) {
    var form =
        Form.empty()
            .with("title", useCase.summary().title())
            .with("version", useCase.titleVersion());
    return overview(useCase, form, refused, model, locale);
  }

  private String overview(
      UseCaseView useCase, Form form, @Nullable Refusal refused, Model model, Locale locale) {
    var wording = new Wording(messages, locale);
    var organisation = useCase.summary().organisation();
    var writes = useCase.sealed() == null && access.may("usecase:write", organisation);
    model.addAttribute("useCase", useCase);
    model.addAttribute("refused", refused);
    model.addAttribute("rows", new Overview(useCase, parts.definition(), wording).rows(writes));
    model.addAttribute("gate", new Overview(useCase, parts.definition(), wording).gate());
    model.addAttribute(
        "move", new Moves(access, one -> maySign(useCase, one), wording).next(useCase));
    model.addAttribute("writes", writes);
    model.addAttribute("revises", useCase.sealed() != null && mayWrite(organisation));
    model.addAttribute("revisionId", UUID.randomUUID());
    model.addAttribute("sides", sides(useCase));
    model.addAttribute(
        "history",
        new Overview(useCase, parts.definition(), wording).history(useCases.history(useCase.id())));
    model.addAttribute("form", form);
    return "usecase/overview";
  }

  private boolean mayWrite(OrganisationId organisation) {
    return access.may("usecase:write", organisation);
  }

  private boolean maySign(UseCaseView useCase, Capacity capacity) {
    return access.may("usecase:sign-" + capacity.word(), useCase.summary().organisation())
        && advisor.allows(capacity, useCase.summary().engagement());
  }

  private List<Side> sides(UseCaseView useCase) {
    return List.of(Capacity.values()).stream()
        .map(capacity -> {
          var signature = useCase.signature(capacity).orElse(null);
          var may = useCase.sealed() == null && maySign(useCase, capacity);
          var mine = signature != null && signature.signer().equals(current.get().id().value());
          var open = signature == null && useCase.gate().isComplete();
          return new Side(capacity.word(), signature, may && open, may && mine);
        })
        .toList();
  }

  private String confirmation(
      UseCaseView useCase, Capacity capacity, Form form, Model model, Locale locale) {
    model.addAttribute("useCase", useCase);
    model.addAttribute("capacity", capacity.word());
    model.addAttribute("form", form);
    model.addAttribute(
        "rows",
        new Overview(useCase, parts.definition(), new Wording(messages, locale)).rows(false));
    return "usecase/sign";
  }

  private static Capacity capacity(String word) {
    return List.of(Capacity.values()).stream()
        .filter(capacity -> capacity.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new NotVisible("capacity " + word));
  }
}
