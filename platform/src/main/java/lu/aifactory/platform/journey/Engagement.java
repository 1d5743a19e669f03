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
/// @param substitute who acts for the advisor today
/// @param closed when and how it ended; null while it goes on
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
    @Nullable Substitute substitute,
    @Nullable Waiting waiting,
    Promised promised,
    Instant openedAt,
    Instant changedAt,
    @Nullable Closed closed,
    int version) {

  /// Who stands in for the advisor.
  public record Substitute(AccountId account, String name) {}

  /// The promised first contact: until when, and when it was. Without an end nothing is promised.
  public record Promised(@Nullable Instant until, @Nullable Instant kept) {

    /// Whether it should have been by now.
    public boolean late(Instant now) {
      return until != null && kept == null && until.isBefore(now);
    }

    /// Whether somebody still has to keep it.
    public boolean open() {
      return until != null && kept == null;
    }
  }

  /// The end of an engagement.
  public record Closed(Instant at, Closing how) {}

  /// Whether it has an advisor yet, and whether it goes on.
  public enum State {
    WAITING_FOR_ASSIGNMENT,
    OPEN,
    CLOSED;

    /// The name in JSON and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Where it stands besides its stage.
  public State state() {
    if (closed != null) {
      return State.CLOSED;
    }
    return advisor == null ? State.WAITING_FOR_ASSIGNMENT : State.OPEN;
  }

  /// Whether somebody acts as its advisor today.
  public boolean advisedBy(AccountId person) {
    return person.equals(advisor) || (substitute != null && substitute.account().equals(person));
  }

  /// Whether the day until which somebody is waited for has passed.
  public boolean overdue(LocalDate today) {
    return waiting != null && waiting.until() != null && waiting.until().isBefore(today);
  }
}
