package lu.aifactory.platform.identity;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// Somebody as a provider knows them.
record OutsideIdentityId(UUID value) implements Subject {}
