package lu.aifactory.platform.usecase.decide;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.Answers;

/// What was understood of typed or sent input. Gaps are fine; a fault is something that cannot be stored, such as
/// words where a number belongs.
public record Reading(Answers answers, List<Fault> faults) {

  /// Copies the faults.
  public Reading {
    faults = List.copyOf(faults);
  }

  static Reading limited(Answers answers, List<Fault> faults, int mostBytes) {
    if (!faults.isEmpty()) {
      return new Reading(answers, faults);
    }
    var bytes = CanonicalJson.write(answers.plain()).getBytes(StandardCharsets.UTF_8);
    return bytes.length <= mostBytes
        ? new Reading(answers, faults)
        : new Reading(
            answers,
            List.of(new Fault("", "usecase.fault.section-too-large", List.of(mostBytes / 1024))));
  }
}
