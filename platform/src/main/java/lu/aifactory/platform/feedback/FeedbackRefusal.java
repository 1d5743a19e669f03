package lu.aifactory.platform.feedback;

import lu.aifactory.platform.shared.Refusal;

/// Why something was not done with what somebody told.
sealed interface FeedbackRefusal extends Refusal {

  /// It was answered or closed already.
  record Over() implements FeedbackRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "feedback.refusal.over";
    }
  }
}
