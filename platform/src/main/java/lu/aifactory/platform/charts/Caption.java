package lu.aifactory.platform.charts;

/// The name of a picture, and its finding in words.
public record Caption(String title, String description) {}
