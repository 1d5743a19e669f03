package lu.aifactory.platform.identity;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A passkey.
record PasskeyId(UUID value) implements Subject {}
