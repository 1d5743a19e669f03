package lu.aifactory.platform.usecase;

import java.time.Instant;
import java.util.List;

/// Something that happened to a use case, as message key and arguments.
public record HistoryLine(Instant at, String who, String message, List<String> arguments) {}
