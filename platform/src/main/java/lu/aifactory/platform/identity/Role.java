package lu.aifactory.platform.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody is in the factory. The first two are held in an organisation, the others in the factory.
public enum Role {
  ORGANISATION_OWNER,
  ORGANISATION_MEMBER,
  ADVISOR,
  PARTNER_EXPERT,
  DATA_HOLDER,
  ACCESS_REVIEWER,
  OUTPUT_CHECKER,
  COMPUTE_OPERATOR,
  SANDBOX_ASSESSOR,
  TRAINING_PROVIDER,
  SERVICE_AGENT,
  INCIDENT_OFFICER,
  AUDITOR,
  ADMINISTRATOR;

  /// The name in tables, JSON and message keys: `organisation-owner`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the role is held in one organisation and not in the factory.
  public boolean inOrganisation() {
    return this == ORGANISATION_OWNER || this == ORGANISATION_MEMBER;
  }

  /// The role with this code.
  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
