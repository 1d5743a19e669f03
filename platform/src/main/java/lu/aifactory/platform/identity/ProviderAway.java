package lu.aifactory.platform.identity;

/// The provider of sign-ins cannot be reached, or what it says of itself makes no sense.
final class ProviderAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ProviderAway(String message) {
    super(message);
  }

  ProviderAway(String message, Throwable cause) {
    super(message, cause);
  }
}
