package lu.aifactory.platform.identity;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// An invitation.
record InvitationId(UUID value) implements Subject {}
