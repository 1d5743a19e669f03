package lu.aifactory.platform.fit4ai;

import java.time.Instant;

/// A review in a list.
public record ReviewLine(
    Fit4AiId id,
    String organisationName,
    String engagementTitle,
    Review.Stage stage,
    Instant changedAt) {}
