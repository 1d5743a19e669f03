package lu.aifactory.platform.journey;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/// What somebody said about an engagement, or about one of its tasks, in plain words.
///
/// @param task the task that it is about; null when it is about the engagement
/// @param internal whether only the factory's side reads it
/// @param text empty once it is deleted
/// @param told the names of those who were told of it by name
/// @param deletedAt null while it stands
public record Comment(
    CommentId id,
    long number,
    EngagementId engagement,
    @Nullable TaskId task,
    AccountId author,
    String authorName,
    Instant at,
    @Nullable Instant editedAt,
    boolean internal,
    String text,
    List<String> told,
    @Nullable Instant deletedAt,
    int version) {

  /// The text in paragraphs: an empty line begins a new one.
  public List<String> paragraphs() {
    return Arrays.stream(text.strip().split("\\n[ \\t]*\\n\\s*", -1))
        .filter(part -> !part.isBlank())
        .toList();
  }
}
