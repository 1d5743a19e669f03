package lu.aifactory.platform.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.usecase.UseCaseId;
import org.jspecify.annotations.Nullable;

/// A workshop as it stands.
///
/// @param useCase what it is about; null when it is about the whole engagement
/// @param place where people meet; empty when only online
/// @param link where they meet online; empty when nowhere
/// @param minutes how long it takes
/// @param date when it is; null while dates are proposed
/// @param proposed dates to choose from, none once one was fixed from the start
/// @param sequence how often calendars were told of it, less one
/// @param cancelled why it was called off
/// @param document the sealed minutes
/// @param sealedNotes the version of the notes that was sealed
public record Workshop(
    WorkshopId id,
    EngagementId engagement,
    OrganisationId organisation,
    @Nullable UseCaseId useCase,
    String title,
    String purpose,
    String place,
    String link,
    int minutes,
    List<Item> agenda,
    @Nullable WallTime date,
    List<Proposed> proposed,
    List<Participant> participants,
    List<Decided> decisions,
    State state,
    int sequence,
    @Nullable String cancelled,
    @Nullable UUID document,
    int sealedNotes,
    AccountId planner,
    Instant changedAt,
    int version) {

  /// Copies the lists.
  public Workshop {
    agenda = List.copyOf(agenda);
    proposed = List.copyOf(proposed);
    participants = List.copyOf(participants);
    decisions = List.copyOf(decisions);
  }

  /// Where it stands.
  public enum State {
    PLANNED,
    HELD,
    CANCELLED;

    /// The name in JSON, SQL and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One point of the agenda.
  public record Item(String text, int minutes) {}

  /// A date to choose from, with what people said of it.
  public record Proposed(int number, WallTime at, Map<AccountId, Answer> answers) {

    /// Copies the answers.
    public Proposed {
      answers = Map.copyOf(answers);
    }

    /// How many can come.
    public long yes() {
      return count(Answer.YES);
    }

    /// How many might come.
    public long maybe() {
      return count(Answer.MAYBE);
    }

    /// How many cannot come.
    public long no() {
      return count(Answer.NO);
    }

    private long count(Answer answer) {
      return answers.values().stream().filter(answer::equals).count();
    }
  }

  /// Whether somebody can come.
  public enum Answer {
    YES,
    MAYBE,
    NO;

    /// The name in JSON, SQL and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Answer> of(String code) {
      return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /// Somebody who is invited.
  ///
  /// @param partner code of the partner for whom an expert works
  /// @param attended whether they were there; null before it was held
  public record Participant(
      AccountId account,
      String name,
      String email,
      Side side,
      @Nullable String partner,
      @Nullable Boolean attended) {}

  /// For whom somebody takes part.
  public enum Side {
    ORGANISATION,
    ADVISOR,
    EXPERT;

    /// The name in JSON, SQL and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Something that was decided: what, who does it, and until when; `task` is the task in the engagement.
  public record Decided(
      UUID id,
      String what,
      Waiting.Who side,
      @Nullable String person,
      @Nullable LocalDate until,
      UUID task,
      String by,
      Instant at) {}

  /// Whether the account is invited.
  public boolean invites(AccountId account) {
    return participant(account).isPresent();
  }

  /// The participant with this account.
  public Optional<Participant> participant(AccountId account) {
    return participants.stream().filter(one -> one.account().equals(account)).findFirst();
  }

  /// When it ends, once it has a date.
  public Optional<WallTime> end() {
    return Optional.ofNullable(date).map(start -> start.plusMinutes(minutes));
  }

  /// Whether it has begun by then.
  public boolean hasBegun(Instant now) {
    return date != null && !date.moment().isAfter(now);
  }

  /// Whether it should have ended by then.
  public boolean isOver(Instant now) {
    return end().filter(end -> !end.moment().isAfter(now)).isPresent();
  }

  /// Participants who have not said a word about the proposed dates.
  public List<Participant> silent() {
    if (date != null || proposed.isEmpty()) return List.of();
    return participants.stream()
        .filter(
            one -> proposed.stream().noneMatch(date -> date.answers().containsKey(one.account())))
        .toList();
  }
}
