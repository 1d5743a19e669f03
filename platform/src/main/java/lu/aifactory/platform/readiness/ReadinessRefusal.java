package lu.aifactory.platform.readiness;

import java.util.List;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Refusal;

/// Why an assessment was not started, answered or finished.
public sealed interface ReadinessRefusal extends Refusal {

  /// The questionnaire does not ask this here.
  record NotAsked(String item) implements ReadinessRefusal {

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "readiness.refusal.not-asked";
    }

    @Override
    public List<?> arguments() {
      return List.of(item);
    }
  }

  /// It is finished and stays as it is; a new assessment can be started.
  record Finished() implements ReadinessRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "readiness.refusal.finished";
    }
  }

  /// Only a finished result is sealed.
  record Unfinished() implements ReadinessRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "readiness.refusal.unfinished";
    }
  }

  /// The engagement has an open assessment already, which is to be finished first.
  record AlreadyOpen(AssessmentId open) implements ReadinessRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "readiness.refusal.already-open";
    }
  }

  /// Some questions have no answer, not even "don't know".
  record Incomplete(List<String> items) implements ReadinessRefusal {

    public Incomplete {
      items = List.copyOf(items);
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "readiness.refusal.incomplete";
    }

    @Override
    public List<?> arguments() {
      return List.of(items.size());
    }

    @Override
    public List<Fault> faults() {
      return items.stream().map(item -> new Fault(item, "readiness.fault.open")).toList();
    }
  }

  /// Only an answer at a level rests on evidence.
  record NothingToVerify(String item) implements ReadinessRefusal {

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "readiness.refusal.nothing-to-verify";
    }

    @Override
    public List<?> arguments() {
      return List.of(item);
    }
  }
}
