package lu.aifactory.platform.journey;

import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.portal.Doors;
import lu.aifactory.platform.portal.TimelineEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Leaves out links that would be refused to the caller: whoever may see an engagement need not see all of its parts.
@Component
class OpenLinks {

  private final Doors doors;
  private final Access access;

  OpenLinks(Doors doors, Access access) {
    this.doors = doors;
    this.access = access;
  }

  /// The link, or null when the caller would be refused there.
  public @Nullable String of(@Nullable String link, OrganisationId organisation) {
    return link == null || opens(link, organisation) ? link : null;
  }

  TimelineEntry of(TimelineEntry entry, OrganisationId organisation) {
    return new TimelineEntry(
        entry.at(), entry.tone(), entry.text(), entry.who(), of(entry.link(), organisation));
  }

  private boolean opens(String link, OrganisationId organisation) {
    return doors.needs(link).map(needs -> access.may(needs, organisation)).orElse(true);
  }
}
