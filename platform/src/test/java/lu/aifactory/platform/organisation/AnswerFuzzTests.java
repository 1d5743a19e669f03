package lu.aifactory.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lu.aifactory.platform.organisation.AnswerCheck.Checked;

/// Whatever is answered about an organisation: it has faults, or it can be stored, checked again without a change, and
/// computed with. The first line of an input is the kind, the others are answers as `question=answer`.
class AnswerFuzzTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final AnswerCheck check = new AnswerCheck(new Terms());

  @FuzzTest(maxDuration = "60s")
  void isRefusedOrCanBeStoredAndComputedWith(byte[] input) {
    var lines = new String(input, StandardCharsets.UTF_8).split("\n", -1);
    var kind = Kind.of(lines[0]).orElse(Kind.COMPANY);
    var typed = new TreeMap<String, String>();
    for (var line : lines) {
      var parts = line.split("=", 2);
      if (parts.length == 2) typed.put(parts[0], parts[1]);
    }
    var nothingYet = new Profile(kind, Map.of(), List.of());
    if (check.check(nothingYet, typed, TODAY) instanceof Checked.Right(var answers)) {
      var described = new Profile(kind, answers, List.of());
      assertThat(check.check(described, answers, TODAY)).isEqualTo(new Checked.Right(answers));
      assertThat(answers.values()).allMatch(answer -> answer.indexOf('\0') < 0);
      described.sizeInput().ifPresent(size -> assertThat(size.last().turnover()).isNotNegative());
    }
  }
}
