package lu.aifactory.platform.documents;

import java.util.Optional;

/// Whether a document is still what was stored.
///
/// @param unchanged whether the content has the checksum that was recorded
/// @param seal what a look at the seal found; empty when the file has none
public record DocumentCheck(Document document, boolean unchanged, Optional<SealReport> seal) {

  /// Whether the document can be relied on: unchanged, and under a valid seal if it has one or should have one.
  public boolean holds() {
    return unchanged && seal.map(SealReport::valid).orElse(!document.sealed());
  }
}
