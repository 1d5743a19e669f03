package lu.aifactory.platform.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;

/// A comment that somebody writes. The id comes from the form, so that sending it twice makes one comment.
///
/// @param internal whether only the factory's side reads it
/// @param tell whom to tell by name; whoever is named in the text after an `@` is told as well
public record NewComment(
    CommentId id, @Nullable TaskId task, boolean internal, String text, Set<AccountId> tell) {

  static final int LONGEST = 4000;

  static List<Fault> faults(String text) {
    var faults = new ArrayList<Fault>();
    if (text.isBlank()) {
      faults.add(new Fault("text", "journey.fault.required"));
    } else if (text.length() > LONGEST) {
      faults.add(new Fault("text", "journey.fault.too-long", List.of(LONGEST)));
    }
    return faults;
  }

  /// As it is kept: with plain line ends, and without the one character that no database holds.
  static String tidy(String text) {
    return text.replace("\0", "").replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
