package lu.aifactory.platform.shared;

/// There is no such thing, or the caller may not know of it. Both look the same from outside: 404.
public final class NotVisible extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Names the thing for the log; the caller is not told.
  public NotVisible(String what) {
    super(what);
  }
}
