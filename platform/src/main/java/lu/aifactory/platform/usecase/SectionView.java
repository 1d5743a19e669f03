package lu.aifactory.platform.usecase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One section with its version; who saved it last and when, unless nobody did.
public record SectionView(
    String key,
    int version,
    Answers answers,
    Completeness completeness,
    @Nullable String savedBy,
    @Nullable Instant savedAt) {}
