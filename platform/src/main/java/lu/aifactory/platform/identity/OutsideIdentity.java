package lu.aifactory.platform.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sign-in at a provider that opens somebody's account.
record OutsideIdentity(UUID id, String label, Instant createdAt, @Nullable Instant lastUsedAt) {}
