package lu.aifactory.platform.journey;

import java.util.OptionalDouble;

/// A later room that knows how ready an organisation is for AI. Tasks and estimates are adapted to it.
public interface MaturitySource {

  /// From 0 to 100; nothing while nobody has assessed it.
  OptionalDouble maturityOf(EngagementId engagement);
}
