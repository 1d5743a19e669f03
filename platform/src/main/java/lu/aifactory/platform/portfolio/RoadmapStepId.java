package lu.aifactory.platform.portfolio;

import java.util.UUID;

/// The id of a step of a roadmap.
public record RoadmapStepId(UUID value) {}
