package lu.aifactory.platform.feedback;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// Something that somebody told the factory about the portal.
public record FeedbackId(UUID value) implements Subject {}
