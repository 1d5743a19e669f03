package lu.aifactory.platform.journey;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// The id of a hand-over.
public record HandOverId(UUID value) implements Subject {}
