package lu.aifactory.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.audit.AuditTrail;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class DetailsTests {

  @Autowired Identity identity;
  @Autowired Administration administration;
  @Autowired Consents consents;
  @Autowired CurrentPerson current;
  @Autowired Accounts accounts;
  @Autowired AuditTrail trail;

  private final OrganisationId bakery = new OrganisationId(UUID.randomUUID());
  private final AccountId baker = new AccountId(UUID.randomUUID());

  @BeforeEach
  void aBakery() {
    var account =
        new NewAccount(baker.value() + "@example.org", "Baker", "en", "a long enough secret");
    assertThat(identity.open(baker, account)).isEqualTo(Outcome.done(baker));
    assertThat(identity.found(bakery, "Bakery", baker)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theTrailSaysToWhomSomethingWasDone() {
    assertThat(newest(bakery)).isEqualTo(Map.of("account", baker.value().toString()));
    current.asSystem("test", () -> administration.giveRole(baker, "advisor"));
    assertThat(newest(baker)).isEqualTo(Map.of("role", "advisor"));
  }

  @Test
  void theTrailSaysWhatWasAllowedAndRepeatsNoLongText() {
    var grant =
        new Consents.Grant(
            UUID.randomUUID(),
            "lnds",
            List.of("organisation"),
            "A look",
            LocalDate.now().plusDays(3));
    current.as(accounts.person(baker).orElseThrow(), () -> consents.grant(bakery, grant));
    assertThat(newest(bakery))
        .isEqualTo(
            Map.of(
                "partner",
                "lnds",
                "scopes",
                "organisation",
                "until",
                String.valueOf(grant.until())));
  }

  @Test
  void theTrailHoldsNoPassword() {
    assertThat(newest(baker).toString()).doesNotContain("secret");
  }

  private Map<String, String> newest(Subject subject) {
    return trail.entriesFor(subject, 1).getFirst().entry().details();
  }
}
