package lu.aifactory.platform.identity;

import java.time.Instant;
import java.util.UUID;

/// A session as its owner sees it.
///
/// @param id names the session without being what its cookie holds
/// @param device key of the device's name, for example `identity.device.windows`
/// @param browser a name such as Firefox; empty when it is none that we know
/// @param how how it began, as in [How]
/// @param present whether it is the one that asks
record SessionView(
    UUID id,
    String device,
    String browser,
    String address,
    String how,
    Instant since,
    Instant lastUsedAt,
    boolean present) {}
