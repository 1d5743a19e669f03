package lu.aifactory.platform.portal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision as it is shown: the answer in one sentence with a word for its state, then why, then what would change
/// it, then how to object. All texts are resolved already.
public record Decision(
    Tone tone,
    String word,
    String answer,
    List<Reason> because,
    List<String> wouldChange,
    @Nullable String objection) {

  /// A rule that speaks for the answer, with its source and the day on which that was checked.
  public record Reason(
      String text, @Nullable String source, @Nullable String url, @Nullable LocalDate verifiedOn) {}
}
