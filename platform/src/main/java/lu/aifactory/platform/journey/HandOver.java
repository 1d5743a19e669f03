package lu.aifactory.platform.journey;

import java.time.Instant;
import java.util.Locale;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/// An advisor wants to give an engagement to another one. Until that one accepts, nothing changes.
///
/// @param openPoints what is not finished, in the giver's words
/// @param answer null while it waits for one
/// @param note what the receiver said with the answer
public record HandOver(
    HandOverId id,
    EngagementId engagement,
    String title,
    String organisationName,
    AccountId giver,
    String giverName,
    AccountId receiver,
    String receiverName,
    String reason,
    String openPoints,
    Instant proposedAt,
    @Nullable Answer answer,
    @Nullable Instant answeredAt,
    @Nullable String note) {

  /// How it ended.
  public enum Answer {
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    /// The name in JSON, SQL and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it still waits for an answer.
  public boolean pending() {
    return answer == null;
  }
}
