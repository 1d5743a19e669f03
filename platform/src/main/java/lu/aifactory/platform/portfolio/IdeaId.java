package lu.aifactory.platform.portfolio;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// Names an idea.
public record IdeaId(UUID value) implements Subject {}
