package lu.aifactory.platform.journey;

/// A bean of this type is a page about every engagement, to which the engagement's own page leads. `key` is a message
/// key; `path` follows the engagement's address; the link is shown to those who hold `permission` over its
/// organisation.
public record EngagementPart(String key, String path, String permission, int order) {}
