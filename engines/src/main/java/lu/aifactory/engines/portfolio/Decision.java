package lu.aifactory.engines.portfolio;

/// What to do with a candidate.
public enum Decision {
  INVEST,
  DEFER,
  REJECT
}
