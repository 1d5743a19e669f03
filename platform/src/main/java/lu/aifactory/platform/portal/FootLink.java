package lu.aifactory.platform.portal;

/// A bean of this type is a link at the foot of every page. `key` is a message key.
public record FootLink(String key, String href, int order) {}
