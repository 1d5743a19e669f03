package lu.aifactory.platform.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The types of file that may be stored, each with its extensions and the media types that browsers claim for it.
public enum DocumentType {
  PDF("pdf", "application/pdf", ""),
  PNG("png", "image/png", ""),
  JPEG("jpg jpeg", "image/jpeg", "image/jpg image/pjpeg"),
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ""),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ""),
  CSV("csv", "text/csv", "text/plain application/csv application/vnd.ms-excel"),
  JSON("json", "application/json", "text/json text/plain"),
  TEXT("txt", "text/plain", "");

  private final String extensions;
  private final String mediaType;
  private final String alsoClaimed;

  DocumentType(String extensions, String mediaType, String alsoClaimed) {
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
      if (among(type.extensions, extension)) return Optional.of(type);
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
        || among(alsoClaimed, bare);
  }

  // Lists are written with spaces between their words.
  private static boolean among(String words, String word) {
    return List.of(words.split(" ", -1)).contains(word);
  }
}
