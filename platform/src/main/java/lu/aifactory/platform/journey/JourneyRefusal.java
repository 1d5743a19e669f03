package lu.aifactory.platform.journey;

import java.util.List;
import lu.aifactory.platform.shared.Refusal;

/// Why something was refused in an engagement, beyond what every room says.
public sealed interface JourneyRefusal extends Refusal {

  /// The first contact was sent already, or its link has expired.
  record IntakeOver() implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.GONE;
    }

    @Override
    public String message() {
      return "journey.refusal.intake-over";
    }
  }

  /// The question is not one of those that are asked.
  record NoSuchQuestion() implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "journey.refusal.no-such-question";
    }
  }

  /// The task is done or skipped already.
  record TaskClosed() implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "journey.refusal.task-closed";
    }
  }

  /// The person chosen is not one of the factory's advisors.
  record NotAnAdvisor() implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "journey.refusal.not-an-advisor";
    }
  }

  /// The engagement has ended; it has to be taken up again first.
  record Closed() implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "journey.refusal.closed";
    }
  }

  /// Somebody else wrote the comment.
  record NotYours() implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return "journey.refusal.not-yours";
    }
  }

  /// A comment can be changed only while it is fresh.
  record TooLateToEdit(long minutes) implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "journey.refusal.too-late";
    }

    @Override
    public List<?> arguments() {
      return List.of(minutes);
    }
  }

  /// The engagement is being handed over already.
  record HandOverPending() implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "journey.refusal.hand-over-pending";
    }
  }

  /// The hand-over has its answer, or the advisor is another one by now.
  record HandOverOver() implements JourneyRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "journey.refusal.hand-over-over";
    }
  }
}
