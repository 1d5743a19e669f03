package lu.aifactory.platform.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of an engagement's timeline; the sentence is put together in the reader's language.
///
/// @param internal whether only the factory's side reads it
/// @param actor name of who did it; null when the system itself did
public record TimelineLine(
    long number,
    Instant at,
    @Nullable String actor,
    String message,
    List<String> arguments,
    String link,
    @Nullable Waiting waiting,
    boolean internal) {}
