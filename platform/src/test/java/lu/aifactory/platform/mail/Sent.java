package lu.aifactory.platform.mail;

/// A letter that a test finds in the outbox, worded.
public record Sent(String text, String subject, String unsubscribe, boolean oneClick) {}
