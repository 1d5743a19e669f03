package lu.aifactory.platform.identity;

import java.util.UUID;

/// How somebody comes in, as administrators and auditors see it.
///
/// @param sessions how many of theirs are open
record AccountAccess(
    UUID id,
    String name,
    String email,
    boolean enabled,
    boolean password,
    boolean secondFactor,
    int passkeys,
    int providers,
    int sessions) {}
