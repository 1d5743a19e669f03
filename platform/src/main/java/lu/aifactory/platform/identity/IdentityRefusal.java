package lu.aifactory.platform.identity;

import lu.aifactory.platform.shared.Refusal;

/// Why identity refuses something that no single field is to blame for.
sealed interface IdentityRefusal extends Refusal {

  /// The link was used, taken back or is too old.
  record LinkEnded() implements IdentityRefusal {

    @Override
    public Kind kind() {
      return Kind.GONE;
    }

    @Override
    public String message() {
      return "identity.refusal.link-ended";
    }
  }

  /// The invitation was for another address.
  record OtherAddress() implements IdentityRefusal {

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return "identity.refusal.other-address";
    }
  }

  /// The id stands for something else already.
  record IdTaken() implements IdentityRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "identity.refusal.id-taken";
    }
  }

  /// E-mail and password do not go together.
  record WrongPassword() implements IdentityRefusal {

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return "identity.refusal.wrong-password";
    }
  }

  /// Somebody must stay who can do this.
  record LastOne() implements IdentityRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "identity.refusal.last-one";
    }
  }
}
