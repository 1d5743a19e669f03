package lu.aifactory.platform.readiness;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// How deep an assessment goes. What the light one asks, the full one asks as well.
public enum Depth {
  LIGHT,
  FULL;

  /// The name in addresses, JSON and message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The depth of this name; the light one when none is named.
  static Outcome<Depth> named(@Nullable String code) {
    return Stream.of(values())
        .filter(depth -> code == null ? depth == LIGHT : depth.code().equals(code))
        .findFirst()
        .map(Outcome::done)
        .orElseGet(() ->
            Outcome.refused(
                new Refusal.Invalid(List.of(new Fault("depth", "readiness.fault.depth")))));
  }

  /// The depth of an assessment, by the questionnaire that it asks.
  static Depth of(Questionnaire questionnaire) {
    return questionnaire.id().equals(FULL.questionnaire()) ? FULL : LIGHT;
  }

  String questionnaire() {
    return "readiness-" + code();
  }
}
