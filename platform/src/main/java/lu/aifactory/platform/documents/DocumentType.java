package lu.aifactory.platform.documents;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The types of file that may be stored, each with its extensions and the media types that browsers claim for it.
public enum DocumentType {
  PDF(Set.of("pdf"), "application/pdf", Set.of()),
  PNG(Set.of("png"), "image/png", Set.of()),
  JPEG(Set.of("jpg", "jpeg"), "image/jpeg", Set.of("image/jpg", "image/pjpeg")),
  DOCX(Set.of("docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of()),
  XLSX(Set.of("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of()),
  CSV(Set.of("csv"), "text/csv", Set.of("text/plain", "application/csv", "application/vnd.ms-excel")),
  JSON(Set.of("json"), "application/json", Set.of("text/json", "text/plain")),
  TEXT(Set.of("txt"), "text/plain", Set.of());

  private final Set<String> extensions;
  private final String mediaType;
  private final Set<String> alsoClaimed;

  DocumentType(Set<String> extensions, String mediaType, Set<String> alsoClaimed) {
    this.extensions = extensions;
    this.mediaType = mediaType;
    this.alsoClaimed = alsoClaimed;
  }

  /// The media type under which such a document is delivered.
  public String mediaType() {
    return mediaType;
  }

  /// The type that a file name's extension promises.
  static Optional<DocumentType> ofName(String fileName) {
    var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (var type : values()) {
      if (type.extensions.contains(extension)) return Optional.of(type);
    }
    return Optional.empty();
  }

  static Optional<DocumentType> ofMediaType(String mediaType) {
    for (var type : values()) {
      if (type.mediaType.equals(mediaType)) return Optional.of(type);
    }
    return Optional.empty();
  }

  /// Whether a browser may claim this media type for such a file; claiming nothing in particular is allowed.
  boolean mayBeClaimedAs(String claimed) {
    var bare = claimed.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return bare.isEmpty()
        || bare.equals("application/octet-stream")
        || bare.equals(mediaType)
        || alsoClaimed.contains(bare);
  }
}
