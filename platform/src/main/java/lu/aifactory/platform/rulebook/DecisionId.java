package lu.aifactory.platform.rulebook;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A decision that was kept.
public record DecisionId(UUID value) implements Subject {}
