package lu.aifactory.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/// Whatever a file begins with: it is the header of a backup or refused in a sentence.
class HeaderFuzzTests {

  private static final Path FILE = Path.of("some.backup");

  @FuzzTest(maxDuration = "60s")
  void isAHeaderOrRefusedInASentence(byte[] input) throws IOException {
    try {
      var found = Header.read(new ByteArrayInputStream(input), FILE);
      assertThat(input).startsWith(found.bytes());
      assertThat(Header.read(new ByteArrayInputStream(found.header().bytes()), FILE).header())
          .isEqualTo(found.header());
    } catch (Halt refused) {
      assertThat(refused).hasMessageContaining("nothing was changed");
    }
  }
}
