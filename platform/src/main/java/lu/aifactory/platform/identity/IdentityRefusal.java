package lu.aifactory.platform.identity;

import java.util.Locale;
import lu.aifactory.platform.shared.Refusal;

/// Why identity refuses something that no single field is to blame for.
enum IdentityRefusal implements Refusal {

  /// The link was used, taken back or is too old.
  LINK_ENDED(Kind.GONE),

  /// The invitation was for another address.
  OTHER_ADDRESS(Kind.FORBIDDEN),

  /// The id stands for something else already.
  ID_TAKEN(Kind.CONFLICT),

  /// E-mail and password do not go together.
  WRONG_PASSWORD(Kind.FORBIDDEN),

  /// Somebody must stay who can do this.
  LAST_ONE(Kind.CONFLICT),

  /// The link worked once, and that once is over.
  LINK_USED(Kind.GONE),

  /// The link is too old.
  LINK_EXPIRED(Kind.GONE),

  /// Whoever made the link has taken it back.
  LINK_WITHDRAWN(Kind.GONE),

  /// Nothing would be left to come in with.
  LAST_WAY(Kind.CONFLICT),

  /// They have a passkey alone: without it nothing would be left.
  LINK_FIRST(Kind.CONFLICT),

  /// A role asks for a second factor.
  FACTOR_NEEDED(Kind.CONFLICT),

  /// A password is not enough, and there is a passkey.
  USE_PASSKEY(Kind.FORBIDDEN),

  /// There is no password beside which a code could be asked for.
  NO_PASSWORD(Kind.CONFLICT),

  /// Too many wrong codes in a short while.
  TOO_MANY_CODES(Kind.TOO_MANY),

  /// The passkey is not known, or its answer not right.
  WRONG_PASSKEY(Kind.FORBIDDEN),

  /// Nobody's account is linked to whom the provider has seen.
  NOT_LINKED(Kind.FORBIDDEN),

  /// Whom the provider has seen opens an account already.
  LINKED_ALREADY(Kind.CONFLICT),

  /// What came back from the provider is not what was asked for.
  PROVIDER_WRONG(Kind.FORBIDDEN),

  /// The provider cannot be reached.
  PROVIDER_AWAY(Kind.CONFLICT);

  private final Kind kind;

  IdentityRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String message() {
    return "identity.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
