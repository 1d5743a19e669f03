package lu.aifactory.platform.journey;

/// No group of fewer organisations is named among figures.
public record SmallestGroup(int organisations) {}
