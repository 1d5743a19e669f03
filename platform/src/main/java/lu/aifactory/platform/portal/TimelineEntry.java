package lu.aifactory.platform.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened, as a timeline shows it. The text is resolved already.
public record TimelineEntry(
    Instant at, Tone tone, String text, @Nullable String who, @Nullable String link) {}
