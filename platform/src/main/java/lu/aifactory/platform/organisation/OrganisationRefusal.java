package lu.aifactory.platform.organisation;

import lu.aifactory.platform.shared.Refusal;

/// Why this room refuses something that no single field is to blame for.
sealed interface OrganisationRefusal extends Refusal {

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }

  /// A declaration needs the figures first.
  record NoFigures() implements OrganisationRefusal {

    @Override
    public String message() {
      return "organisation.refusal.no-figures";
    }
  }

  /// There are details already; the kind is chosen once.
  record AlreadyDescribed() implements OrganisationRefusal {

    @Override
    public String message() {
      return "organisation.refusal.already-described";
    }
  }
}
