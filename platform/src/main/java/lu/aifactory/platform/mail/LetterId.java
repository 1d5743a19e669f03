package lu.aifactory.platform.mail;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A letter in the outbox.
public record LetterId(UUID value) implements Subject {}
