package lu.aifactory.platform.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organisation with everything that it has said of itself.
///
/// @param size null while figures are missing, and for kinds that have none
/// @param declarations the latest first
/// @param declared whether the latest declaration says what the figures say now
public record Portrait(
    Organisation organisation,
    int version,
    Profile profile,
    @Nullable Size size,
    List<Declaration> declarations,
    boolean declared) {}
