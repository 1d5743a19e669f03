package lu.aifactory.platform.notice;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A notice in somebody's inbox.
public record NoticeId(UUID value) implements Subject {}
