package lu.aifactory.platform.portal;

/// A bean of this type is an entry of the menu. `key` is a message key. It is shown to callers who hold `permission`;
/// with an empty permission, to everybody who is signed in. Entries stand in the order of their numbers; between two
/// hundreds is a line.
public record MenuEntry(String key, String href, String permission, int order) {}
