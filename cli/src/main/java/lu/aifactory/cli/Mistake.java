package lu.aifactory.cli;

/// What does not fit in a case file: where, what was expected there, what was found.
record Mistake(String path, String expected, String found) {

  String line() {
    return path + ": expected " + expected + ", found " + found;
  }
}
