package lu.aifactory.platform.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.documents.OpenedDocument;
import lu.aifactory.platform.documents.Report;
import lu.aifactory.platform.documents.Title;
import lu.aifactory.platform.documents.Upload;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.usecase.UseCaseRows.Stored;
import lu.aifactory.platform.usecase.decide.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the two files of a use case: canonical JSON, and the sealed PDF that prints the JSON's checksum.
@Component
class Sealing {

  static final String FORMAT = "lu.aifactory.use-case/1";

  private final Documents documents;
  private final DocumentReport reports;
  private final Parts parts;
  private final Identity identity;
  private final CurrentPerson current;

  Sealing(
      Documents documents,
      DocumentReport reports,
      Parts parts,
      Identity identity,
      CurrentPerson current) {
    this.documents = documents;
    this.reports = reports;
    this.parts = parts;
    this.identity = identity;
    this.current = current;
  }

  /// Stores both files. The caller has checked that the document may be sealed.
  Outcome<SealedDocument> seal(Stored stored, Instant now) {
    var id = stored.useCase().id();
    var title = List.of(stored.useCase().content().title());
    var json = json(stored, now);
    var jsonHash = CanonicalJson.sha256(json);
    var contentHash = parts.assess(stored.useCase()).hash();
    var report = reports.of(stored, organisation(stored), now, jsonHash);
    return documents
        .upload(
            id,
            new DocumentId(UUID.randomUUID()),
            Upload.of(
                "use-case-" + id.value() + ".json",
                "application/json",
                json.getBytes(StandardCharsets.UTF_8)))
        .then(file ->
            documents
                .seal(
                    id,
                    new DocumentId(UUID.randomUUID()),
                    new Title("usecase.document.title", title),
                    report)
                .map(pdf -> new SealedDocument(now, contentHash, jsonHash, file.id(), pdf.id())));
  }

  /// The document as it is now, or as it was sealed, as a whole HTML page.
  String page(Stored stored, Instant now) {
    var report = report(stored, now);
    return current.asSystem(
        "usecase", () -> documents.page(stored.useCase().id(), documentOf(stored), report));
  }

  /// The same as a Word file, marked as a copy.
  byte[] word(Stored stored, Instant now) {
    var report = report(stored, now);
    var notice = reports.notice(stored);
    return current.asSystem(
        "usecase", () -> documents.word(stored.useCase().id(), documentOf(stored), report, notice));
  }

  private Report report(Stored stored, Instant now) {
    var sealed = stored.sealed();
    return sealed == null
        ? reports.of(stored, organisation(stored), now, null)
        : reports.of(stored, organisation(stored), sealed.at(), sealed.jsonHash());
  }

  private static DocumentId documentOf(Stored stored) {
    var sealed = stored.sealed();
    return sealed == null ? new DocumentId(stored.useCase().id().value()) : sealed.pdf();
  }

  /// The JSON as it would be sealed now.
  byte[] draft(Stored stored) {
    return json(stored, null).getBytes(StandardCharsets.UTF_8);
  }

  /// The bytes of a stored file. The caller may read the use case, and the file is part of it.
  byte[] read(DocumentId id) {
    var opened = current.asSystem("usecase", () -> documents.open(id));
    return switch (opened) {
      case Outcome.Done<OpenedDocument>(var document) -> bytes(document);
      case Outcome.Refused<OpenedDocument>(var why) ->
          throw new IllegalStateException("sealed file " + id + " is gone: " + why.message());
    };
  }

  private static byte[] bytes(OpenedDocument document) {
    try (var content = document.content()) {
      return content.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String json(Stored stored, @Nullable Instant sealedAt) {
    var assessment = parts.assess(stored.useCase());
    var organisation = new TreeMap<String, Object>();
    organisation.put("id", stored.useCase().organisation().value().toString());
    organisation.put("name", organisation(stored));
    var document = new TreeMap<String, Object>();
    document.put("format", FORMAT);
    document.put("id", stored.useCase().id().value().toString());
    document.put("engagement", stored.useCase().engagement().value().toString());
    document.put("organisation", organisation);
    document.put("content", assessment.plain());
    document.put("contentSha256", assessment.hash());
    document.put(
        "signOffs",
        stored.standing().signatures().values().stream()
            .filter(signature -> signature.contentHash().equals(assessment.hash()))
            .sorted(Comparator.comparing(Signature::capacity))
            .map(Sealing::plain)
            .toList());
    if (sealedAt != null) {
      document.put("sealedAt", sealedAt.toString());
    }
    return CanonicalJson.write(document);
  }

  private static TreeMap<String, Object> plain(Signature signature) {
    var plain = new TreeMap<String, Object>();
    plain.put("capacity", signature.capacity().word());
    plain.put("name", signature.name());
    plain.put("at", signature.at().toString());
    plain.put("contentSha256", signature.contentHash());
    return plain;
  }

  private String organisation(Stored stored) {
    return nameOf(stored.useCase().organisation());
  }

  // The name stands in the document itself, so whoever may read that may read it here.
  String nameOf(OrganisationId organisation) {
    return current.asSystem("usecase", () -> identity.nameOf(organisation)).orElse("");
  }
}
