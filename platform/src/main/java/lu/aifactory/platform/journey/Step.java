package lu.aifactory.platform.journey;

import java.util.List;

/// A candidate for the next step of an engagement.
///
/// @param message key of what to do, in the imperative
/// @param reason key of why
/// @param urgency 0 to 100; the highest becomes the one next step
/// @param link where it is done, as a path of the portal
/// @param who whose turn it is
public record Step(
    String message,
    List<String> arguments,
    String reason,
    List<String> reasonArguments,
    int urgency,
    String link,
    Waiting.Who who) {}
