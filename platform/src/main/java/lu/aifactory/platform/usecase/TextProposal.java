package lu.aifactory.platform.usecase;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text that somebody proposes for one field of a use case. It stands beside the document until the organisation takes
/// it over or declines it.
///
/// @param origin where it comes from, in words
/// @param link page of the portal that tells more
public record TextProposal(
    UUID id,
    UseCaseId useCase,
    String section,
    String field,
    String text,
    String origin,
    @Nullable String link,
    String by,
    Instant at,
    State state,
    @Nullable String reason,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {

  /// Where it stands.
  public enum State {
    OPEN,
    ACCEPTED,
    DECLINED;

    /// The name in JSON, SQL and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A field that takes a text. `usecase.field.<section>.<field>` is its label.
  public record Place(String section, String field, int longest) {}

  /// What somebody proposes. The id comes from the caller, so that sending it twice makes one.
  public record Draft(
      UUID id, String section, String field, String text, String origin, @Nullable String link) {

    /// Takes blanks around the text away.
    public Draft {
      text = text.strip();
    }
  }

  /// Whether nobody has decided yet.
  public boolean isOpen() {
    return state == State.OPEN;
  }
}
