package lu.aifactory.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.audit.AuditTrail;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PlatformTest
class GuardTests {

  @Autowired Identity identity;
  @Autowired Consents consents;
  @Autowired CurrentPerson current;
  @Autowired Accounts accounts;
  @Autowired AuditTrail trail;

  private final OrganisationId bakery = new OrganisationId(UUID.randomUUID());
  private final OrganisationId bank = new OrganisationId(UUID.randomUUID());
  private AccountId baker;
  private AccountId banker;

  @BeforeEach
  void twoOrganisations() {
    baker = account("baker");
    banker = account("banker");
    assertThat(identity.found(bakery, "Bakery", baker)).isInstanceOf(Outcome.Done.class);
    assertThat(identity.found(bank, "Bank", banker)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anOwnerSeesTheirOwnOrganisation() {
    assertThat(as(baker, () -> identity.nameOf(bakery))).contains("Bakery");
  }

  @Test
  void aStrangerLearnsNothingOfAnotherOrganisation() {
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(banker, () -> identity.nameOf(bakery)));
  }

  @Test
  void aVisitorIsRefused() {
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> identity.nameOf(bakery));
  }

  @Test
  void anAdvisorSeesAnOrganisationOnlyWhileAssignedToIt() {
    var advisor = account("advisor");
    accounts.giveRole(advisor, Role.ADVISOR);
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(advisor, () -> identity.nameOf(bakery)));
    assign(advisor);
    assertThat(as(advisor, () -> identity.nameOf(bakery))).contains("Bakery");
    current.asSystem(
        "test",
        () -> {
          identity.release(bakery, advisor);
          return null;
        });
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(advisor, () -> identity.nameOf(bakery)));
  }

  @Test
  void aPartnerExpertSeesWhatTheOrganisationHasConsentedTo() {
    var expert = new AccountId(UUID.randomUUID());
    accounts.add(
        expert,
        expert.value() + "@example.org",
        "Expert",
        "en",
        null,
        "lnds",
        java.time.Instant.now());
    accounts.giveRole(expert, Role.PARTNER_EXPERT);
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(expert, () -> identity.nameOf(bakery)));
    var consent = UUID.randomUUID();
    as(
        baker,
        () ->
            consents.grant(
                bakery,
                new Consents.Grant(
                    consent,
                    "lnds",
                    List.of("organisation"),
                    "A look",
                    LocalDate.now().plusDays(3))));
    assertThat(as(expert, () -> identity.nameOf(bakery))).contains("Bakery");
    as(baker, () -> consents.revoke(new ConsentId(consent)));
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(expert, () -> identity.nameOf(bakery)));
  }

  @Test
  void aLookFromOutsideIsRecordedForTheOrganisation() {
    var advisor = account("advisor");
    accounts.giveRole(advisor, Role.ADVISOR);
    assign(advisor);
    as(advisor, () -> identity.nameOf(bakery));
    assertThat(trail.entriesOf(bakery.value(), true, 10))
        .anySatisfy(entry -> {
          assertThat(entry.entry().action()).isEqualTo("organisation:read");
          assertThat(entry.entry().actor()).isEqualTo("account:" + advisor.value());
        });
  }

  @Test
  void aChangeIsRecordedWithWhoMadeItAndARefusedOneIsNot() {
    assertThat(trail.entriesFor(bakery, 10))
        .extracting(entry -> entry.entry().action())
        .containsExactly("organisation.founded");
    var refused =
        as(
            baker,
            () ->
                consents.grant(
                    bakery, new Consents.Grant(UUID.randomUUID(), "nobody", List.of(), "", null)));
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(trail.entriesFor(bakery, 10)).hasSize(1);
  }

  private void assign(AccountId advisor) {
    current.asSystem(
        "test",
        () -> {
          identity.assign(bakery, advisor);
          return null;
        });
  }

  private <T> T as(AccountId account, java.util.function.Supplier<T> call) {
    return current.as(accounts.person(account).orElseThrow(), call);
  }

  private AccountId account(String name) {
    var id = new AccountId(UUID.randomUUID());
    var account =
        new NewAccount(name + id.value() + "@example.org", name, "en", "a long enough secret");
    assertThat(identity.open(id, account)).isEqualTo(Outcome.done(id));
    return id;
  }
}
