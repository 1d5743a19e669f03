package lu.aifactory.platform.journey;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// The id of a comment.
public record CommentId(UUID value) implements Subject {}
