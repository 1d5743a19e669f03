package lu.aifactory.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Subject;
import org.springframework.util.unit.DataSize;

/// Documents about things of other rooms: uploads that were checked, and reports that were made and sealed here.
@Facade
public class Documents {

  private final Shelf shelf;
  private final Packing packing;
  private final TypeCheck types;
  private final DataSize largest;
  private final ReportWriter reports;
  private final PdfWriter pdf;
  private final WordWriter word;
  private final SealKey key;
  private final SealChecks seals;
  private final DocumentList list;
  private final Access access;
  private final Owners owners;
  private final CurrentPerson caller;
  private final Clock clock;

  Documents(
      Shelf shelf,
      Packing packing,
      DocumentSettings settings,
      ReportWriter reports,
      PdfWriter pdf,
      WordWriter word,
      SealKey key,
      DocumentList list,
      Access access,
      Owners owners,
      CurrentPerson caller,
      Clock clock) {
    this.shelf = shelf;
    this.packing = packing;
    this.largest = settings.largestUpload();
    this.types = new TypeCheck(largest.toBytes());
    this.reports = reports;
    this.pdf = pdf;
    this.word = word;
    this.key = key;
    this.seals = new SealChecks(new SealCheck(key.authority(), key.demo()), packing);
    this.list = list;
    this.access = access;
    this.owners = owners;
    this.caller = caller;
    this.clock = clock;
  }

  /// Stores an upload about a thing. Asking twice with the same id stores one.
  @Needs(value = "document:write", records = "document.uploaded")
  public Outcome<Document> upload(Subject about, DocumentId id, Upload upload) {
    try {
      var stored = shelf.find(id);
      if (stored.isPresent()) return again(stored.get(), about, !stored.get().sealed());
      return types
          .check(upload)
          .map(type ->
              put(
                  about,
                  id,
                  new Title("documents.uploaded", List.of(FileNames.tidy(upload.fileName()))),
                  upload,
                  type,
                  false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes a report into a sealed PDF about a thing, and stores it. Asking twice with the same id makes one.
  @Needs(value = "document:write", records = "document.sealed")
  public Outcome<Document> seal(Subject about, DocumentId id, Title title, Report report) {
    try {
      var stored = shelf.find(id);
      if (stored.isPresent()) return again(stored.get(), about, isMadeAs(title, stored.get()));
      var sealed = new Sealer(key).seal(pdf.write(reports.html(id, report)), clock.instant());
      var upload = Upload.of(FileNames.ofReport(report.head().title(), id), "", sealed);
      return Outcome.done(put(about, id, title, upload, DocumentType.PDF, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same report as a whole web page, without storing anything.
  @Needs("document:read")
  public String page(Subject about, DocumentId id, Report report) {
    return reports.html(id, report);
  }

  /// The same report as a Word file to work on, without storing anything.
  ///
  /// @param notice what stands first and on every page: that this is not the document
  @Needs("document:read")
  public byte[] word(Subject about, DocumentId id, Report report, String notice) {
    return word.write(reports.html(id, report), report.language(), notice);
  }

  /// The documents about a thing, newest first.
  @Needs("document:read")
  public List<Document> about(Subject about) {
    return shelf.about(about.kind(), about.value());
  }

  /// The documents that the caller may see.
  @Needs("document:read")
  public Page<Document> list(ListQuery query) {
    return list.page(query, access.visibility("document:read"));
  }

  /// One document.
  @Needs("document:read")
  public Outcome<Document> find(DocumentId id) {
    return found(shelf.find(id));
  }

  /// One document with its content.
  @Needs("document:read")
  public Outcome<OpenedDocument> open(DocumentId id) {
    return found(shelf.find(id))
        .map(document -> new OpenedDocument(document, packing.unpacked(id)));
  }

  /// Looks whether a document is still what was stored, and whether its seal holds.
  @Needs("document:read")
  public Outcome<DocumentCheck> check(DocumentId id) {
    return found(shelf.find(id)).map(this::checked);
  }

  /// What a page needs to show the upload form for a thing; `back` is the path of that page.
  @Needs("document:write")
  public UploadForm uploadForm(Subject about, String back) {
    return new UploadForm(
        UUID.randomUUID(), about.kind(), about.value(), back, largest.toMegabytes());
  }

  /// The certificate of the authority behind our seals, as PEM.
  @Open("whoever received a sealed document has to be able to check it")
  public String authority() {
    try {
      var lines =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.authority().getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private DocumentCheck checked(Document document) {
    var unchanged = packing.isUnchanged(document);
    var seal =
        unchanged && document.type() == DocumentType.PDF
            ? seals.of(document)
            : Optional.<SealReport>empty();
    return new DocumentCheck(document, unchanged, seal);
  }

  private Document put(
      Subject about, DocumentId id, Title title, Upload upload, DocumentType type, boolean sealed) {
    var owner = owners.ownerOf(about);
    var packed = packing.pack(id, upload.content());
    try (packed) {
      var document =
          new Document(
              id,
              owner,
              about.kind(),
              about.value(),
              title,
              FileNames.tidy(upload.fileName()),
              type,
              packed.size(),
              packed.sha256(),
              sealed,
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              caller.get().id());
      shelf.put(document, packed.file(), packed.envelopeSize());
      return document;
    }
  }

  // An upload under the id of a report must not pass for the report.
  private static boolean isMadeAs(Title title, Document stored) {
    return stored.sealed() && stored.title().key().equals(title.key());
  }

  /// The id is taken by another thing's document or by one of another sort: which it is stays unsaid.
  private static Outcome<Document> again(Document stored, Subject about, boolean sameSort) {
    var same =
        sameSort && stored.aboutKind().equals(about.kind()) && stored.about().equals(about.value());
    return same ? Outcome.done(stored) : Outcome.refused(new Refusal.NotFound());
  }

  private static Outcome<Document> found(Optional<Document> document) {
    return document
        .<Outcome<Document>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }
}
