package lu.aifactory.platform.rulebook;

import java.time.Instant;
import lu.aifactory.engines.rules.Decision;

/// A decision as it was made, with its table's version, inputs and the rows that fired.
///
/// @param subject what it is about, as `kind:id`; only the room that asked knows more
/// @param decision values come back as texts, numbers, truths or null; dates as texts
public record KeptDecision(DecisionId id, String subject, Decision decision, Instant at) {}
