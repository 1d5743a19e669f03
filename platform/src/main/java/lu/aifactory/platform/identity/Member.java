package lu.aifactory.platform.identity;

import java.time.Instant;

/// Somebody who belongs to an organisation.
public record Member(AccountId account, String name, String email, Role role, Instant since) {}
