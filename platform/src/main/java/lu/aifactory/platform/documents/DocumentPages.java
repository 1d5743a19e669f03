package lu.aifactory.platform.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.MenuEntry;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The list of documents, a document's page, its download, and where the upload forms of other rooms' pages arrive.
@Controller
class DocumentPages {

  private static final List<Choice> STATES =
      List.of(
          Choice.key("sealed", "documents.filter.sealed"),
          Choice.key("unsealed", "documents.filter.unsealed"));

  private static final int LINES_AT_ONCE = 200;

  private final Documents documents;
  private final Owners owners;
  private final Identity identity;
  private final DocumentSettings settings;

  DocumentPages(Documents documents, Owners owners, Identity identity, DocumentSettings settings) {
    this.documents = documents;
    this.owners = owners;
    this.identity = identity;
    this.settings = settings;
  }

  @Needs("document:read")
  @GetMapping("/documents")
  String list(
      @Listing(
              sorts = {"-created", "name", "size"},
              filters = "state")
          ListQuery query,
      Model model) {
    model.addAttribute("page", documents.list(query));
    model.addAttribute("states", STATES);
    return "documents/list";
  }

  /// The whole list as the caller filtered and ordered it, for a spreadsheet.
  @Needs("document:read")
  @GetMapping("/documents/export.csv")
  void export(
      @Listing(
              sorts = {"-created", "name", "size"},
              filters = "state")
          ListQuery query,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"documents.csv\"");
    var csv =
        Csv.to(
            response.getWriter(),
            List.of("reference", "file", "media type", "bytes", "sha256", "sealed", "added"));
    var part = query.withSize(LINES_AT_ONCE);
    for (var page = documents.list(part); !page.items().isEmpty(); page = documents.list(part)) {
      for (var one : page.items()) {
        csv.row(
            List.of(
                one.reference(),
                one.fileName(),
                one.type().mediaType(),
                one.size(),
                one.sha256(),
                one.sealed(),
                one.createdAt()));
      }
      part = part.withPage(part.page() + 1);
    }
  }

  @Needs("document:read")
  @GetMapping("/documents/{id}")
  String one(@PathVariable UUID id, Model model) {
    var check = orStatus(documents.check(new DocumentId(id)));
    model.addAttribute("check", check);
    model.addAttribute("document", check.document());
    model.addAttribute("seal", check.seal().orElse(null));
    model.addAttribute("by", identity.nameOf(check.document().createdBy()));
    return "documents/one";
  }

  @Needs("document:read")
  @GetMapping("/documents/{id}/content")
  ResponseEntity<InputStreamResource> content(@PathVariable UUID id) {
    return new DocumentDownload(orStatus(documents.open(new DocumentId(id)))).response();
  }

  /// The form of `documents/parts :: upload`. A refused file is explained on a page that leads back.
  @Needs("document:write")
  @PostMapping("/documents")
  ModelAndView upload(
      @RequestParam UUID id,
      @RequestParam String kind,
      @RequestParam UUID about,
      @RequestParam String back,
      @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    var subject = owners.subject(kind, about).orElseThrow(() -> new NotVisible(kind + " " + about));
    return switch (documents.upload(subject, new DocumentId(id), upload(file))) {
      case Done<Document>(var document) -> new ModelAndView("redirect:" + inside(back));
      case Refused<Document>(var why) -> {
        var page = new ModelAndView("documents/refused", HttpStatus.valueOf(why.kind().status()));
        page.addObject("refusal", why);
        page.addObject(
            "upload", new UploadForm(UUID.randomUUID(), kind, about, inside(back), megabytes()));
        yield page;
      }
    };
  }

  @Open("whoever received a sealed document has to be able to check it")
  @GetMapping("/documents/authority.crt")
  ResponseEntity<String> authority() {
    return ResponseEntity.ok()
        .header("Content-Type", "application/x-pem-file")
        .header("Content-Disposition", "attachment; filename=\"aifactory-authority.crt\"")
        .body(documents.authority());
  }

  @Bean
  static MenuEntry documentsMenu() {
    return new MenuEntry("documents.menu", "/documents", "document:read", 240);
  }

  private long megabytes() {
    return settings.largestUpload().toMegabytes();
  }

  static Upload upload(@Nullable MultipartFile file) {
    if (file == null) return Upload.of("", "", new byte[0]);
    var name = file.getOriginalFilename();
    var type = file.getContentType();
    return new Upload(name == null ? "" : name, type == null ? "" : type, file::getInputStream);
  }

  /// A path of this site; anything else would let a link lead people elsewhere.
  private static String inside(String back) {
    return back.matches("/(?![/\\\\])[\\w/?=&.#%-]*") ? back : "/documents";
  }

  static <T> T orStatus(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(var value) -> value;
      case Refused<T>(var why) ->
          throw new ResponseStatusException(HttpStatus.valueOf(why.kind().status()));
    };
  }
}
