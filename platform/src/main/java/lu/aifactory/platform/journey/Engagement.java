package lu.aifactory.platform.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import org.jspecify.annotations.Nullable;

/// An engagement as it stands.
///
/// @param sector section of NACE Rev. 2.1, as said in the first contact
/// @param language in which the organisation wants to be contacted
/// @param advisor nobody while it waits for one to be assigned
public record Engagement(
    EngagementId id,
    OrganisationId organisation,
    String organisationName,
    String title,
    String sector,
    String language,
    Stage stage,
    @Nullable AccountId advisor,
    @Nullable String advisorName,
    @Nullable Waiting waiting,
    Instant openedAt,
    Instant changedAt,
    int version) {

  /// Whether it has an advisor yet.
  public enum State {
    WAITING_FOR_ASSIGNMENT,
    OPEN;

    /// The name in JSON and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Where it stands besides its stage.
  public State state() {
    return advisor == null ? State.WAITING_FOR_ASSIGNMENT : State.OPEN;
  }

  /// Whether the day until which somebody is waited for has passed.
  public boolean overdue(LocalDate today) {
    return waiting != null && waiting.until() != null && waiting.until().isBefore(today);
  }
}
