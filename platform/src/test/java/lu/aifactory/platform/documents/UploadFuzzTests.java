package lu.aifactory.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lu.aifactory.platform.shared.Outcome;

/// Whatever somebody uploads under whatever name: it is taken as what its name promises or refused, and the name under
/// which it is kept is harmless. The first line of an input is the name, the second the claimed type.
class UploadFuzzTests {

  private final TypeCheck check = new TypeCheck(1 << 20);

  @FuzzTest(maxDuration = "60s")
  void isWhatItsNamePromisesOrRefused(byte[] input) throws IOException {
    int first = endOfLine(input, 0);
    int second = endOfLine(input, first + 1);
    var name = text(input, 0, first);
    var content = Arrays.copyOfRange(input, Math.min(second + 1, input.length), input.length);
    var kept = FileNames.tidy(name);
    assertThat(kept).hasSizeLessThanOrEqualTo(150).doesNotContainPattern("[/\\\\\\p{Cntrl}]");
    var upload = Upload.of(name, text(input, first + 1, second), content);
    if (check.check(upload) instanceof Outcome.Done<DocumentType>(var type)) {
      assertThat(DocumentType.ofName(kept)).contains(type);
      if (type == DocumentType.CSV || type == DocumentType.TEXT || type == DocumentType.JSON) {
        assertThat(text(content, 0, content.length).getBytes(StandardCharsets.UTF_8))
            .isEqualTo(content);
      }
    }
  }

  private static int endOfLine(byte[] input, int from) {
    int at = Math.min(from, input.length);
    while (at < input.length && input[at] != '\n') at++;
    return at;
  }

  private static String text(byte[] input, int from, int to) {
    int start = Math.min(from, to);
    return new String(input, start, to - start, StandardCharsets.UTF_8);
  }
}
