package lu.aifactory.platform.fit4ai;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// Names one organisation's way through the programme.
public record Fit4AiId(UUID value) implements Subject {}
