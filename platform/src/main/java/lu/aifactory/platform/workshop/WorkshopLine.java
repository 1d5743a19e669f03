package lu.aifactory.platform.workshop;

import lu.aifactory.platform.identity.OrganisationId;
import org.jspecify.annotations.Nullable;

/// A workshop in a list.
///
/// @param dates how many are proposed
/// @param people how many are invited
public record WorkshopLine(
    WorkshopId id,
    String title,
    OrganisationId organisation,
    String organisationName,
    @Nullable WallTime date,
    long dates,
    long people,
    Workshop.State state) {}
