package lu.aifactory.platform.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.demo.Seeding.Deed;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.InventedPeople;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.journey.AdvisorProfile;
import lu.aifactory.platform.journey.Advisors;
import org.springframework.stereotype.Component;

/// Hires the factory's people and lets the advisors say what they know.
@Component
@InDemo
class Staffing {

  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");
  private static final Duration OPEN_FOR = Duration.ofDays(420);

  private final InventedPeople people;
  private final Advisors advisors;

  Staffing(InventedPeople people, Advisors advisors) {
    this.people = people;
    this.advisors = advisors;
  }

  List<Deed> deeds(Script script, Instant now) {
    var deeds = new ArrayList<Deed>();
    for (var one : script.staff()) {
      deeds.add(new Deed(now.minus(OPEN_FOR), () -> hire(one)));
    }
    for (var one : script.staff()) {
      var advising = one.advising();
      if (advising != null) {
        deeds.add(
            new Deed(
                now.minus(OPEN_FOR).plusSeconds(60), () -> describe(one.email(), advising, now)));
      }
    }
    return deeds;
  }

  private void hire(Script.Staff one) {
    Story.done(
        people.add(
            new Person(
                account(one.email()),
                one.name(),
                one.email(),
                Locale.forLanguageTag(one.language()),
                Set.of(one.role()),
                Map.of(),
                one.partner(),
                null)));
  }

  private void describe(String email, Script.Advising advising, Instant now) {
    var today = LocalDate.ofInstant(now, LUXEMBOURG);
    var substitute = advising.substitute();
    var profile =
        new AdvisorProfile(
            advising.sectors(),
            advising.languages(),
            advising.capacity(),
            advising.away() ? today.minusDays(2) : null,
            advising.away() ? today.plusDays(12) : null,
            substitute == null ? null : account(substitute),
            0);
    var account = account(email);
    Story.done(people.as(account, () -> advisors.save(account, profile)));
  }

  /// The same address always has the same account, so that a demonstration can be linked to.
  static AccountId account(String email) {
    return new AccountId(
        UUID.nameUUIDFromBytes(("demo " + email).getBytes(StandardCharsets.UTF_8)));
  }
}
