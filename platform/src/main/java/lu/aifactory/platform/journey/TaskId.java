package lu.aifactory.platform.journey;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A task in an engagement.
public record TaskId(UUID value) implements Subject {}
