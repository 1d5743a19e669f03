package lu.aifactory.platform.identity;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A person's account.
public record AccountId(UUID value) implements Subject {}
