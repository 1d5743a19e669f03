package lu.aifactory.platform.workshop;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// Names a workshop.
public record WorkshopId(UUID value) implements Subject {}
