package lu.aifactory.platform.demo;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.TreeMap;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.organisation.Organisations;
import lu.aifactory.platform.organisation.Registration;
import org.springframework.stereotype.Component;

/// Lets an organisation say in detail what it is.
@Component
@InDemo
class Describing {

  private static final String LAST_YEAR = "last-year";

  private final Organisations organisations;
  private final Clock clock;

  Describing(Organisations organisations, Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
  }

  void describe(OrganisationId id, String name, Script.Details details) {
    var answers = new TreeMap<>(details.answers());
    var lastYear = Year.now(clock).minusYears(1).toString();
    answers.replaceAll((_, answer) -> answer.equals(LAST_YEAR) ? lastYear : answer);
    Story.done(
        organisations.describe(id, new Registration(details.kind(), name, answers, List.of())));
  }
}
