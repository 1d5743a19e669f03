package lu.aifactory.platform.usecase;

import java.time.Instant;
import java.util.UUID;

/// A sign-off: who, in which capacity, when, and the hash of the content that they saw.
public record Signature(
    Capacity capacity, UUID signer, String name, Instant at, String contentHash) {}
