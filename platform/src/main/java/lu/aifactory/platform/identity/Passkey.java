package lu.aifactory.platform.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey as its owner sees it.
///
/// @param backedUp whether its maker keeps a copy, so that it outlives the device
record Passkey(
    UUID id, String name, boolean backedUp, Instant createdAt, @Nullable Instant lastUsedAt) {}
