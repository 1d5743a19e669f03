package lu.aifactory.platform.portal;

/// A field that somebody else changed while the caller was writing.
public record Difference(String label, String theirs, String yours) {}
