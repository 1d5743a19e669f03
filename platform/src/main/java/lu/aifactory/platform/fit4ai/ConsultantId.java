package lu.aifactory.platform.fit4ai;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// Names a consultant.
public record ConsultantId(UUID value) implements Subject {}
