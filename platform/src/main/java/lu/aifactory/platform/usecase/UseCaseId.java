package lu.aifactory.platform.usecase;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// Names one revision of a use case.
public record UseCaseId(UUID value) implements Subject {}
