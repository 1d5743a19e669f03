package lu.aifactory.platform.portal;

/// Says how many notices the caller has not read. Whoever keeps notices (at `/notices`) implements it.
public interface Bell {

  /// The number beside the bell.
  int unread();
}
