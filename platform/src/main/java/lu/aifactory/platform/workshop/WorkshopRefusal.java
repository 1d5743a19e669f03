package lu.aifactory.platform.workshop;

import lu.aifactory.platform.shared.Refusal;

/// Why a workshop was not changed.
public sealed interface WorkshopRefusal extends Refusal {

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }

  /// It was held or cancelled, and is not planned any more.
  record NotPlanned() implements WorkshopRefusal {

    @Override
    public String message() {
      return "workshop.refusal.not-planned";
    }
  }

  /// It has not begun, or has no date yet.
  record NotBegun() implements WorkshopRefusal {

    @Override
    public String message() {
      return "workshop.refusal.not-begun";
    }
  }

  /// Minutes are made of what was held.
  record NotHeld() implements WorkshopRefusal {

    @Override
    public String message() {
      return "workshop.refusal.not-held";
    }
  }

  /// The date is fixed already, or was never proposed.
  record NoSuchDate() implements WorkshopRefusal {

    @Override
    public String message() {
      return "workshop.refusal.no-such-date";
    }
  }

  /// The caller is not invited.
  record NotInvited() implements WorkshopRefusal {

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return "workshop.refusal.not-invited";
    }
  }

  /// It is about no use case, so there is nothing to propose a text for.
  record NoUseCase() implements WorkshopRefusal {

    @Override
    public String message() {
      return "workshop.refusal.no-use-case";
    }
  }

  /// Nothing was written down.
  record NoNotes() implements WorkshopRefusal {

    @Override
    public String message() {
      return "workshop.refusal.no-notes";
    }
  }
}
