package lu.aifactory.platform.identity;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// A consent of an organisation to a partner's look at its case.
record ConsentId(UUID value) implements Subject {}
