package lu.aifactory.platform.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time that an engagement spent in a stage.
///
/// @param leftAt null while it is there
/// @param ending how it left; null while it is there
/// @param reason why it left so
public record StageVisit(
    Stage stage,
    Instant enteredAt,
    @Nullable Instant leftAt,
    @Nullable Ending ending,
    @Nullable String reason) {}
