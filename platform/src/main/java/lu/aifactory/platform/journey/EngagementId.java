package lu.aifactory.platform.journey;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// An organisation's AI project from first contact to production and after.
public record EngagementId(UUID value) implements Subject {}
