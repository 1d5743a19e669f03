package lu.aifactory.platform.identity;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// An API token.
record ApiTokenId(UUID value) implements Subject {}
