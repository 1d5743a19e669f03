package lu.aifactory.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as administrators and auditors see it.
record AccountSummary(
    UUID id,
    String name,
    String email,
    String language,
    @Nullable String partner,
    boolean enabled,
    List<String> roles,
    List<String> organisations,
    Instant createdAt) {}
