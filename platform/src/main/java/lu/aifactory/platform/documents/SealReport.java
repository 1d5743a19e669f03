package lu.aifactory.platform.documents;

import java.time.Instant;

/// What a look at a sealed PDF found. `unchanged`: the content is the one that was sealed. `wholeFile`: nothing lies
/// outside the seal. `sealedBy` and `issuedBy` are the names in the certificates, `sealedAt` the time that the
/// sealing computer claimed.
public record SealReport(
    boolean unchanged,
    boolean wholeFile,
    String sealedBy,
    String issuedBy,
    Instant sealedAt,
    Trust trust) {

  /// How the certificate stands to the authority of this installation.
  public enum Trust {
    /// Issued under the configured certificate's authority.
    CONFIGURED,
    /// Issued by the demo authority that this installation made for itself.
    DEMO,
    /// Issued by somebody else.
    UNKNOWN
  }

  /// Whether the seal holds.
  public boolean valid() {
    return unchanged && wholeFile;
  }
}
