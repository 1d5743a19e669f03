package lu.aifactory.engines.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFileTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ten,micro | headcount | a number such as 12 or -0.5 | ten",
        "< ,micro | headcount | a number such as 12 or -0.5 | the end of <",
        "< 10 20,micro | headcount | the end of the cell, or a comma | 20",
        "[1 - 5],micro | headcount | two dots between the ends of an interval | - 5]",
        "[9..5],micro | headcount | an interval from low to high | [9..5]",
        "[1..5,micro | headcount | ] or ) at the end of an interval | the end of [1..5",
        ",micro | headcount | a condition, or - for anything | an empty cell",
        "sum(1),micro | headcount | a number such as 12 or -0.5 | sum(1)",
        "not(5,micro | headcount | a closing ) | the end of not(5",
      })
  void namesLineColumnExpectedAndFound(String row, String column, String expected, String found) {
    var cell = row.substring(0, row.lastIndexOf(','));
    var file =
        "#hit=FIRST;name=sizes\n\nin:headcount:number,out:size:string\n-,large\n\"%s\",micro\n"
            .formatted(cell);
    assertThat(problemsOf(file))
        .containsExactly(new Problem("sizes.csv", 5, column, expected, found));
  }

  @Test
  void saysItInOneSentence() {
    var problem = problemsOf("#hit=FIRST;name=s\nin:a:number,out:b:string\nx,y\n").getFirst();
    assertThat(problem)
        .hasToString("sizes.csv line 3, column a: expected a number such as 12 or -0.5, found x");
  }

  @Test
  void namesEveryProblemAtOnce() {
    var problems =
        problemsOf(
            """
            #hit=SOME;colour=red
            in:a:number,out:b:text
            x,y,z
            """);
    assertThat(problems).extracting(Problem::line).contains(1, 2, 3);
    assertThat(problems).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#hit=FIRST;name=s",
        "#hit=FIRST;name=s\nin:a:number,out:b:string",
        "#hit=FIRST;name=s\nin:a:number,in:b:string\n1,x",
        "#hit=FIRST;name=s\nin:a:number,in:a:number,out:b:string\n1,1,x",
        "#hit=FIRST;name=s\nin:a b:number,out:b:string\n1,x",
        "#hit=FIRST;name=s;from=2026-02-30\nin:a:number,out:b:string\n1,x",
        "#hit=FIRST;name=s;from=2026-02-02;to=2026-02-01\nin:a:number,out:b:string\n1,x",
        "#hit=FIRST;name=s;staleAfter=soon\nin:a:number,out:b:string\n1,x",
        "#hit=FIRST;name=s\nin:a:date,out:b:string\n2026-02-30,x",
        "#hit=FIRST;name=s\nin:a:number,out:b:string\n\"1,x",
        "#hit=FIRST;name=s\nin:a:string,out:b:string\n\"function(x) external { java: {} }\",x",
        "#hit=FIRST;name=s\nin:a:string,out:b:string\n\"matches(?, \"\"a\"\")\",x",
        "#hit=FIRST;name=s\nin:a:string,out:b:string\n\"\"\"a\u0007\"\"\",x",
      })
  void refusesFile(String text) {
    assertThat(problemsOf(text)).isNotEmpty();
  }

  @Test
  void refusesMoreThanItCanHold() {
    var header = "#hit=FIRST;name=s\nin:a:string,out:b:string\n";
    assertThat(problemsOf(header + "x,y\n".repeat(5_001)))
        .extracting(Problem::expected)
        .contains("at most 5000 rows");
    assertThat(problemsOf(header + "x".repeat(1_001) + ",y\n"))
        .extracting(Problem::expected)
        .contains("at most 1000 characters in a cell");
    assertThat(problemsOf(header + "x,y" + ",z".repeat(40) + "\n"))
        .extracting(Problem::expected)
        .contains("at most 40 columns");
    assertThat(problemsOf(header + "#".repeat(1_000_001)))
        .extracting(Problem::expected)
        .contains("at most 1000000 characters in a file");
  }

  @Test
  void refusesVersionsWhoseDaysOverlapOrWhoseNumbersRepeat() {
    var first = "#hit=FIRST;name=s;version=1;to=2026-01-01\nin:a:number,out:b:string\n1,x\n";
    var second = "#hit=FIRST;name=s;version=2;from=2026-01-01\nin:a:number,out:b:string\n1,x\n";
    assertThat(problemsOf(first, second)).extracting(Problem::column).containsExactly("from");
    assertThat(problemsOf(first, first)).extracting(Problem::column).containsExactly("version");
  }

  @Test
  void namesTheExampleThatTheTableContradicts() {
    var table = "#hit=FIRST;name=s\nin:a:number,out:b:string\n< 10,few\n";
    var book = RuleBook.of(List.of(new RuleFile("s.csv", table, "a,b\n5,few\n9,many\n10,few\n")));
    assertThat(book.check())
        .containsExactly(
            new Problem("s.examples.csv", 3, "b", "many", "few"),
            new Problem("s.examples.csv", 4, "b", "few", "(no rule)"));
  }

  @Test
  void refusesExamplesThatDoNotFitTheTable() {
    var table = "#hit=FIRST;name=s\nin:a:number,out:b:string\n< 10,few\n";
    for (var examples : List.of("", "a,b", "c,b\n1,few", "a\n1", "a,b\nx,few", "a,b\n1,few,2")) {
      var broken =
          catchThrowableOfType(
              BrokenRules.class,
              () -> RuleBook.of(List.of(new RuleFile("s.csv", table, examples))));
      assertThat(broken.problems()).extracting(Problem::file).containsOnly("s.examples.csv");
    }
  }

  private static List<Problem> problemsOf(String... texts) {
    var files = List.of(texts).stream().map(Files::of).toList();
    return catchThrowableOfType(BrokenRules.class, () -> RuleBook.of(files)).problems();
  }
}
