package lu.aifactory.platform.identity;

import java.util.List;
import java.util.UUID;

/// People as whom a visitor of a demonstration may sign in with one click. Only demo mode implements it.
public interface OneClickSignIn {

  /// The people, grouped by what they are.
  List<Someone> people();

  /// Somebody to be.
  ///
  /// @param what message key of what they are
  record Someone(UUID account, String name, String what, String where) {}
}
