package lu.aifactory.platform.readiness;

import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.readiness.norms.Place;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// As what an organisation is compared: what it said at its first contact.
@Component
class Peers {

  /// The organisation and what it is at this moment.
  ///
  /// @param invented in demo mode, where nobody is real
  record Standpoint(OrganisationId organisation, Place place, boolean invented) {}

  private final Journey journey;
  private final CurrentPerson current;
  private final InstrumentRules rules;
  private final boolean demo;

  Peers(
      Journey journey,
      CurrentPerson current,
      InstrumentRules rules,
      @Value("${aifactory.demo:false}") boolean demo) {
    this.journey = journey;
    this.current = current;
    this.rules = rules;
    this.demo = demo;
  }

  Standpoint of(EngagementId id) {
    return current.asSystem(
        "readiness",
        () -> {
          var engagement = journey.engagement(id);
          var size = journey.firstContact(id).first("size");
          return new Standpoint(engagement.organisation(), place(engagement.sector(), size), demo);
        });
  }

  Place place(String sector, String size) {
    return new Place(sector, sector.isEmpty() ? "" : rules.group(sector), size);
  }

  boolean invented() {
    return demo;
  }
}
