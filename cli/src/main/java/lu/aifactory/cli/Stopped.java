package lu.aifactory.cli;

/// Ends the client with one clear sentence and an exit code.
final class Stopped extends RuntimeException {

  static final int REFUSED = 1;
  static final int BAD_FILE = 2;
  static final int UNREACHABLE = 3;

  private static final long serialVersionUID = 1L;

  private final int exit;

  private Stopped(int exit, String sentence) {
    super(sentence);
    this.exit = exit;
  }

  /// The factory said no.
  static Stopped refused(String sentence) {
    return new Stopped(REFUSED, sentence);
  }

  /// What was given cannot be used.
  static Stopped badFile(String sentence) {
    return new Stopped(BAD_FILE, sentence);
  }

  /// Nobody answers.
  static Stopped unreachable(String sentence) {
    return new Stopped(UNREACHABLE, sentence);
  }

  int exit() {
    return exit;
  }
}
