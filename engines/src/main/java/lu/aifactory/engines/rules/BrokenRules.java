package lu.aifactory.engines.rules;

import java.util.List;
import java.util.stream.Collectors;

/// Rule files that cannot be used; names every problem that was found, not only the first.
public final class BrokenRules extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  BrokenRules(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /// All that is wrong, in the order of the files.
  public List<Problem> problems() {
    return problems;
  }
}
