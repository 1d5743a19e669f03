package lu.aifactory.platform.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import lu.aifactory.platform.shared.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The facts of the accessibility statement: what it was made from, how the portal was tried, what is known not to work.
///
/// @param answerWithinDays within how many days whoever reports a barrier is answered
record Statement(
    String source,
    LocalDate verifiedOn,
    LocalDate preparedOn,
    String standard,
    int answerWithinDays,
    Authority authority,
    List<Wording> tested,
    List<Wording> limits,
    List<Wording> outside) {

  static final String FILE = "/feedback/accessibility-1.json";

  Statement {
    tested = List.copyOf(tested);
    limits = List.copyOf(limits);
    outside = List.copyOf(outside);
  }

  /// Who is asked when an answer does not satisfy.
  record Authority(Wording name, URI address, String source) {}

  static Statement read() {
    try (@Nullable InputStream file = Statement.class.getResourceAsStream(FILE)) {
      if (file == null) throw new IllegalStateException(FILE + " is missing");
      return JsonMapper.shared().readValue(file, Statement.class);
    } catch (IOException broken) {
      throw new IllegalStateException(FILE + " cannot be read", broken);
    }
  }
}
