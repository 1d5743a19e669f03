package lu.aifactory.platform.identity;

/// How somebody may come in.
///
/// @param codes whether a one-time code is asked for beside the password
/// @param invented whether only the demonstration signs them in
record WaysIn(boolean password, int passkeys, int outside, boolean codes, boolean invented) {

  static final WaysIn NONE = new WaysIn(false, 0, 0, false, false);

  public int number() {
    return (password ? 1 : 0) + passkeys + outside;
  }

  /// Whether there is anything that proves more than a password.
  boolean strong() {
    return codes || passkeys > 0 || outside > 0;
  }
}
