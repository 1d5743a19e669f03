package lu.aifactory.platform.identity;

import java.util.Locale;

/// By what somebody proved who they are.
enum How {
  PASSWORD,
  PASSKEY,
  PROVIDER,
  LINK,
  DEMONSTRATION;

  /// The name in sessions, JSON and message keys.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
