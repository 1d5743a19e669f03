package lu.aifactory.platform.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of organisation it is; each has its own questions.
public enum Kind {
  /// A company with its seat in Luxembourg.
  COMPANY,
  /// A company with its seat elsewhere in the European Union.
  EU_COMPANY,
  /// A body of the State, a commune or a public establishment.
  PUBLIC_BODY,
  /// A university, research centre or hospital that does research.
  RESEARCH_INSTITUTION,
  /// Somebody who has an idea and no company yet.
  FOUNDER;

  /// The name in JSON, in the database and in message keys: `public-body`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The message key of its name.
  public String messageKey() {
    return "organisation.kind." + code();
  }

  /// The kind with this code.
  public static Optional<Kind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
