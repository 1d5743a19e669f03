package lu.aifactory.platform.portfolio;

import java.util.UUID;

/// Names an idea.
public record IdeaId(UUID value) {}
