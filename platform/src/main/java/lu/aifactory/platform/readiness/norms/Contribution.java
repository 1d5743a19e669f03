package lu.aifactory.platform.readiness.norms;

import java.util.UUID;

/// What one company brings into the norms: the score of one finished assessment.
public record Contribution(UUID company, UUID assessment, Place place, double score) {}
