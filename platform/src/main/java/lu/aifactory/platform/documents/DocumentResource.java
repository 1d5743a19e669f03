package lu.aifactory.platform.documents;

import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Documents for programs.
@RestController
@RequestMapping("/api/documents")
class DocumentResource {

  private final Documents documents;
  private final Owners owners;

  DocumentResource(Documents documents, Owners owners) {
    this.documents = documents;
    this.owners = owners;
  }

  @Needs("document:read")
  @GetMapping
  Page<Shown> list(
      @Listing(
              sorts = {"-created", "name", "size"},
              filters = "state")
          ListQuery query) {
    return documents.list(query).map(Shown::of);
  }

  @Needs("document:read")
  @GetMapping("/about/{kind}/{about}")
  List<Shown> about(@PathVariable String kind, @PathVariable UUID about) {
    return documents
        .about(owners.subject(kind, about).orElseThrow(() -> new NotVisible(kind)))
        .stream()
        .map(Shown::of)
        .toList();
  }

  @Needs("document:read")
  @GetMapping("/{id}")
  Outcome<Shown> one(@PathVariable UUID id) {
    return documents.find(new DocumentId(id)).map(Shown::of);
  }

  @Needs("document:read")
  @GetMapping("/{id}/check")
  Outcome<Checked> check(@PathVariable UUID id) {
    return documents.check(new DocumentId(id)).map(Checked::of);
  }

  @Needs("document:read")
  @GetMapping("/{id}/content")
  ResponseEntity<InputStreamResource> content(@PathVariable UUID id) {
    return new DocumentDownload(DocumentPages.orStatus(documents.open(new DocumentId(id))))
        .response();
  }

  /// Stores a file about a thing. The id is the caller's: sending the same twice stores one.
  @Needs("document:write")
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Outcome<Shown> upload(
      @RequestParam UUID id,
      @RequestParam String kind,
      @RequestParam UUID about,
      @RequestParam MultipartFile file) {
    var subject = owners.subject(kind, about).orElseThrow(() -> new NotVisible(kind));
    return documents.upload(subject, new DocumentId(id), DocumentPages.upload(file)).map(Shown::of);
  }

  /// A document on the wire.
  record Shown(
      UUID id,
      UUID organisation,
      String aboutKind,
      UUID about,
      String reference,
      Title title,
      String fileName,
      String mediaType,
      long size,
      String sha256,
      boolean sealed,
      String createdAt) {

    static Shown of(Document document) {
      return new Shown(
          document.id().value(),
          document.organisation().value(),
          document.aboutKind(),
          document.about(),
          document.reference(),
          document.title(),
          document.fileName(),
          document.type().mediaType(),
          document.size(),
          document.sha256(),
          document.sealed(),
          document.createdAt().toString());
    }
  }

  /// What a check found, on the wire.
  record Checked(UUID id, boolean holds, boolean unchanged, @Nullable SealReport seal) {

    static Checked of(DocumentCheck check) {
      return new Checked(
          check.document().id().value(),
          check.holds(),
          check.unchanged(),
          check.seal().orElse(null));
    }
  }
}
