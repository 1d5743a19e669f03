package lu.aifactory.platform.identity;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// An organisation: the tenant to which everything else belongs.
public record OrganisationId(UUID value) implements Subject {}
