package lu.aifactory.postgres;

import java.io.Serial;

/// The embedded server cannot be had: the message is one sentence for the person who runs it.
public final class PostgresFailure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// What kind of obstacle it is, for callers that react differently.
  public enum Reason {
    /// No binaries are bundled for this operating system or processor.
    UNSUPPORTED_PLATFORM,
    /// The server refuses to run as root and no other account could be taken on.
    CANNOT_LEAVE_ROOT,
    /// Another living process holds this home.
    HOME_IN_USE,
    /// The data were written by another major version, or are no PostgreSQL data.
    OTHER_DATA,
    /// A server left over by a crashed process does not stop.
    LEFT_OVER,
    /// The server was started and did not come up.
    DID_NOT_START,
    /// A file of the home cannot be read or written, or a statement failed.
    BROKEN
  }

  private final Reason reason;

  PostgresFailure(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  PostgresFailure(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
