package lu.aifactory.platform.readiness;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// One run through a questionnaire.
public record AssessmentId(UUID value) implements Subject {}
