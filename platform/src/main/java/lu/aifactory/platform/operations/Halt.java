package lu.aifactory.platform.operations;

/// Ends a verb with one sentence for the operator.
final class Halt extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Halt(String sentence) {
    super(sentence);
  }

  Halt(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  static String sentence(String what, Exception why) {
    return what + " (" + why.getClass().getSimpleName() + ": " + why.getMessage() + ").";
  }
}
