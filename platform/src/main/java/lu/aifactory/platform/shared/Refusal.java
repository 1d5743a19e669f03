package lu.aifactory.platform.shared;

import java.util.List;

/// Why something was not done, as a value. A room with refusals of its own seals them in one interface that
/// extends this one; pages show them beside the fields, REST as one RFC 9457 problem.
public interface Refusal {

  /// What sort of refusal it is; decides the HTTP status.
  Kind kind();

  /// The message key of the sentence that says what is wrong and what to do.
  String message();

  /// Arguments of the message.
  default List<?> arguments() {
    return List.of();
  }

  /// What is wrong with single fields, if anything.
  default List<Fault> faults() {
    return List.of();
  }

  /// The sorts of refusal.
  enum Kind {
    INVALID(422),
    CONFLICT(409),
    NOT_FOUND(404),
    GONE(410),
    FORBIDDEN(403),
    TOO_LARGE(413),
    TOO_MANY(429);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /// The HTTP status that says this.
    public int status() {
      return status;
    }
  }

  /// Some fields do not fit.
  record Invalid(List<Fault> faults) implements Refusal {

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "shared.refusal.invalid";
    }
  }

  /// There is no such thing, or the caller may not know of it.
  record NotFound() implements Refusal {

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "shared.refusal.not-found";
    }
  }

  /// Somebody else changed the thing since the caller read it.
  record Changed(int currentVersion) implements Refusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "shared.refusal.changed";
    }
  }
}
