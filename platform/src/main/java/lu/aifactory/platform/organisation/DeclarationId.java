package lu.aifactory.platform.organisation;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A declaration of size.
public record DeclarationId(UUID value) implements Subject {}
