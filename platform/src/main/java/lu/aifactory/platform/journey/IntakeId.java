package lu.aifactory.platform.journey;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A first contact that somebody has begun.
public record IntakeId(UUID value) implements Subject {}
