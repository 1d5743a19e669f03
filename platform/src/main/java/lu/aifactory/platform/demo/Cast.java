package lu.aifactory.platform.demo;

import java.util.Objects;
import java.util.function.Supplier;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.journey.EngagementId;
import org.jspecify.annotations.Nullable;

/// Who acts in one story: its owner and the advisor of its engagement, once they have met.
final class Cast {

  private final Rooms rooms;

  private @Nullable AccountId owner;
  private @Nullable OrganisationId organisation;
  private @Nullable EngagementId engagement;

  Cast(Rooms rooms) {
    this.rooms = rooms;
  }

  void met(AccountId by, OrganisationId theirs, EngagementId opened) {
    owner = by;
    organisation = theirs;
    engagement = opened;
  }

  AccountId owner() {
    return Objects.requireNonNull(owner);
  }

  OrganisationId organisation() {
    return Objects.requireNonNull(organisation);
  }

  EngagementId engagement() {
    return Objects.requireNonNull(engagement);
  }

  <T> T asOwner(Supplier<T> action) {
    return rooms.people().as(owner(), action);
  }

  <T> T asAdvisor(Supplier<T> action) {
    var advisor = rooms.journey().advisorOf(engagement()).orElseThrow();
    return rooms.people().as(advisor, action);
  }
}
