package lu.aifactory.engines.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Whatever stands in a rule file and its examples: either they are refused and every problem names its line, or the
/// engine compiles the table and answers. In the inputs, a line `=examples=` stands between table and examples.
class RuleFileFuzzTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @FuzzTest(maxDuration = "60s")
  void refusesTheFileOrAnswers(byte[] input) {
    var written = new String(input, StandardCharsets.UTF_8).split("\n=examples=\n", 2);
    var file = new RuleFile("fuzz.csv", written[0], written.length == 2 ? written[1] : null);
    try {
      var book = RuleBook.of(List.of(file));
      if (namesItsLines(book.check(), file)) return;
      for (var name : book.names()) {
        assertThat(book.decide(name, TODAY, Map.of()).table()).isEqualTo(name);
      }
    } catch (BrokenRules broken) {
      assertThat(namesItsLines(broken.problems(), file)).isTrue();
    }
  }

  private static boolean namesItsLines(List<Problem> problems, RuleFile file) {
    for (var problem : problems) {
      var text = problem.file().equals(file.name()) ? file.text() : file.examples();
      assertThat(problem.line()).as(problem.toString()).isBetween(1, text.split("\\R", -1).length);
    }
    return !problems.isEmpty();
  }
}
