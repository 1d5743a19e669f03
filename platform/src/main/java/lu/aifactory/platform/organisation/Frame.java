package lu.aifactory.platform.organisation;

import java.util.Locale;

/// For what the size is asked. The same enterprise may have another size in each.
public enum Frame {
  STATE_AID,
  AI_ACT,
  EIC;

  /// The name in JSON and message keys: `state-aid`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The message key of its name.
  public String messageKey() {
    return "organisation.frame." + code();
  }

  String table() {
    return "organisation-size-" + code();
  }
}
