package lu.aifactory.platform.fit4ai;

import java.util.List;
import lu.aifactory.platform.shared.Refusal;

/// Why the programme did not go on.
public sealed interface Fit4AiRefusal extends Refusal {

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }

  /// It is another stage's turn.
  record OtherStage(Review.Stage now) implements Fit4AiRefusal {

    @Override
    public String message() {
      return "fit4ai.refusal.stage";
    }

    @Override
    public List<?> arguments() {
      return List.of("#fit4ai.stage." + now.code());
    }
  }

  /// One of the engagement is not over yet.
  record AlreadyBegun() implements Fit4AiRefusal {

    @Override
    public String message() {
      return "fit4ai.refusal.begun";
    }
  }

  /// The accreditation has not begun, or has ended.
  record NotAccredited(String name) implements Fit4AiRefusal {

    @Override
    public String message() {
      return "fit4ai.refusal.not-accredited";
    }

    @Override
    public List<?> arguments() {
      return List.of(name);
    }
  }

  /// There is no quote to check.
  record NoQuote() implements Fit4AiRefusal {

    @Override
    public String message() {
      return "fit4ai.refusal.no-quote";
    }
  }

  /// What has findings is decided on; nothing was found yet.
  record NothingFound() implements Fit4AiRefusal {

    @Override
    public String message() {
      return "fit4ai.refusal.nothing-found";
    }
  }

  /// The costed plan has no step.
  record NoPlan() implements Fit4AiRefusal {

    @Override
    public String message() {
      return "fit4ai.refusal.no-plan";
    }
  }
}
