package lu.aifactory.platform.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of organisations, and one organisation with its size.
@Controller
class OrganisationPages {

  private final Organisations organisations;
  private final Identity identity;
  private final Access access;
  private final CurrentPerson current;
  private final Words words;
  private final SizePicture picture;

  OrganisationPages(
      Organisations organisations,
      Identity identity,
      Access access,
      CurrentPerson current,
      Words words,
      SizePicture picture) {
    this.organisations = organisations;
    this.identity = identity;
    this.access = access;
    this.current = current;
    this.words = words;
    this.picture = picture;
  }

  /// An organisation of the caller that has no details yet.
  record Undescribed(UUID id, String name) {}

  @Needs("organisation:read")
  @GetMapping("/organisations")
  String list(
      @Listing(
              sorts = {"name", "kind", "sector", "country", "changed"},
              filters = {"kind", "country", "size"})
          ListQuery query,
      Model model) {
    var page = organisations.list(query);
    model.addAttribute("page", page);
    model.addAttribute("words", words);
    model.addAttribute(
        "kinds",
        Arrays.stream(Kind.values())
            .map(kind -> Choice.key(kind.code(), kind.messageKey()))
            .toList());
    model.addAttribute(
        "sizes",
        Arrays.stream(SizeClass.values())
            .filter(size -> size != SizeClass.SMALL_MID_CAP)
            .map(size -> Choice.key(size.code(), size.messageKey()))
            .toList());
    model.addAttribute("undescribed", undescribed());
    model.addAttribute(
        "mayRegister",
        !access.visibility("organisation:write").equals(new Visibility.Only(Set.of())));
    return "organisation/list";
  }

  private List<Undescribed> undescribed() {
    return current.get().organisations().stream()
        .filter(id -> organisations.find(id).isEmpty())
        .map(id -> new Undescribed(id.value(), identity.nameOf(id).orElse("")))
        .toList();
  }

  @Needs("organisation:read")
  @GetMapping("/organisations/export.csv")
  void export(
      @Listing(
              sorts = {"name", "kind", "sector", "country", "changed"},
              filters = {"kind", "country", "size"})
          ListQuery query,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"organisations.csv\"");
    var columns =
        List.of(
            "id", "name", "kind", "sector", "country", "language", "state aid", "AI Act", "EIC");
    var csv = Csv.to(response.getWriter(), columns);
    organisations.export(query, one -> write(csv, row(one)));
    response.getWriter().flush();
  }

  private static void write(Csv csv, List<?> row) {
    try {
      csv.row(row);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<Object> row(Organisation one) {
    return List.of(
        one.id().value(),
        one.name(),
        one.kind().code(),
        one.sector(),
        one.country(),
        one.language().getLanguage(),
        code(one, Frame.STATE_AID),
        code(one, Frame.AI_ACT),
        code(one, Frame.EIC));
  }

  private static String code(Organisation organisation, Frame frame) {
    return organisation.size(frame).map(SizeClass::code).orElse("");
  }

  @Needs("organisation:read")
  @GetMapping("/organisations/{id}")
  String one(@PathVariable UUID id, Model model) {
    return one(id, Form.empty().with("declaration", UUID.randomUUID()), model);
  }

  private String one(UUID id, Form form, Model model) {
    var organisation = new OrganisationId(id);
    var found = organisations.portrait(organisation).orElse(null);
    if (found == null) return "redirect:/organisations/" + id + "/describe";
    var mayChange = access.may("organisation:write", organisation);
    model.addAttribute("portrait", found);
    model.addAttribute("organisation", found.organisation());
    model.addAttribute("form", form.with("version", found.version()));
    model.addAttribute("words", words);
    model.addAttribute("mayChange", mayChange);
    model.addAttribute("maySeePeople", access.may("member:read", organisation));
    model.addAttribute("mayDeclare", access.may("organisation:declare", organisation));
    model.addAttribute("answers", words.answers(found, mayChange));
    model.addAttribute("hasGroup", Paths.hasGroup(found.profile().kind()));
    var missing = found.profile().missing();
    model.addAttribute("nextStep", missing.isEmpty() ? null : missing.getFirst().step());
    model.addAttribute("missing", missing.size());
    var size = found.size();
    if (size != null) {
      model.addAttribute("decision", picture.decision(found.organisation(), size));
      model.addAttribute("rows", picture.rows(size));
      model.addAttribute("sums", picture.sums(found.organisation(), size));
      model.addAttribute("bars", picture.bars(found.organisation(), size));
    }
    return "organisation/one";
  }

  @Needs("organisation:declare")
  @PostMapping("/organisations/{id}/declarations")
  String declare(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String declaration,
      @RequestParam int version,
      @RequestParam(defaultValue = "false") boolean truthful,
      Model model) {
    var form = Form.empty().with("declaration", declaration);
    if (!truthful) {
      return one(id, form.with(new Fault("truthful", "organisation.fault.truthful")), model);
    }
    var number = number(declaration).orElse(null);
    if (number == null) {
      var fresh = Form.empty().with("declaration", UUID.randomUUID());
      return one(id, fresh.with(new Fault("", "organisation.fault.declaration")), model);
    }
    return switch (organisations.declare(
        new OrganisationId(id), new DeclarationId(number), version)) {
      case Done(_) -> "redirect:/organisations/" + id + "#declarations";
      case Refused(var why) -> one(id, form.with(why), model);
    };
  }

  private static Optional<UUID> number(String typed) {
    try {
      return Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
