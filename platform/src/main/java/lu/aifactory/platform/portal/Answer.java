package lu.aifactory.platform.portal;

import org.jspecify.annotations.Nullable;

/// One row of "check your answers": what was asked, what was answered, and where to change it.
public record Answer(String question, @Nullable String text, @Nullable String href) {}
