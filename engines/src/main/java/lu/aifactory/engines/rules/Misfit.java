package lu.aifactory.engines.rules;

/// A cell that does not say what its column expects. Checked, and never leaves the package.
final class Misfit extends Exception {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;

  Misfit(String expected, String found) {
    super(expected, null, false, false);
    this.expected = expected;
    this.found = found;
  }

  String expected() {
    return expected;
  }

  String found() {
    return found;
  }
}
