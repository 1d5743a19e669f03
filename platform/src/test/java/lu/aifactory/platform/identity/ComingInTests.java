package lu.aifactory.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.shared.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.web.servlet.MockMvc;

/// Nobody comes in as somebody else.
@PlatformTest
class ComingInTests {

  private static final String NIL = "00000000-0000-0000-0000-000000000000";
  private static final String PASSWORD = "a long enough secret";

  @Autowired Identity identity;
  @Autowired Invitations invitations;
  @Autowired Tokens tokens;
  @Autowired SignIn signIn;
  @Autowired Accounts accounts;
  @Autowired CurrentPerson current;
  @Autowired MockMvc mvc;

  private final OrganisationId bakery = new OrganisationId(UUID.randomUUID());
  private final OrganisationId bank = new OrganisationId(UUID.randomUUID());
  private AccountId baker;
  private AccountId banker;

  @BeforeEach
  void twoOrganisations() {
    baker = account();
    banker = account();
    identity.found(bakery, "Bakery", baker);
    identity.found(bank, "Bank", banker);
  }

  @Test
  void anInvitedVisitorCannotChooseTheIdOfTheSystem() throws Exception {
    var email = address();
    var sent = done(as(baker, () -> invitations.inviteInto(bakery, member(email))));
    mvc.perform(
        post("/invitations/" + sent.secret().text())
            .with(csrf())
            .param("id", NIL)
            .param("name", "Eve")
            .param("password", PASSWORD));
    var eve = signIn.byPassword(email, PASSWORD).orElseThrow();
    assertThat(eve.id().value()).isNotEqualTo(UUID.fromString(NIL));
    assertThat(eve.isSystem()).isFalse();
    assertThat(accounts.person(new AccountId(UUID.fromString(NIL)))).isEmpty();
  }

  @Test
  void noAccountCanBeStoredUnderTheIdOfTheSystem() {
    var nil = new AccountId(UUID.fromString(NIL));
    var account = new NewAccount(address(), "Eve", "en", PASSWORD);
    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> identity.open(nil, account));
  }

  @Test
  void theInvitationOfAnotherOrganisationCannotBeTakenOver() {
    var email = address();
    var draft = member(email);
    var theirs = done(as(baker, () -> invitations.inviteInto(bakery, draft)));
    assertThat(as(banker, () -> invitations.inviteInto(bank, draft)))
        .isEqualTo(Outcome.refused(IdentityRefusal.ID_TAKEN));
    assertThat(invitations.open(theirs.secret())).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anInvitationThatIsSentTwiceOpensWithTheLaterLink() {
    var draft = member(address());
    var first = done(as(baker, () -> invitations.inviteInto(bakery, draft)));
    var second = done(as(baker, () -> invitations.inviteInto(bakery, draft)));
    assertThat(invitations.open(first.secret()))
        .isEqualTo(Outcome.refused(IdentityRefusal.LINK_ENDED));
    assertThat(invitations.open(second.secret())).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anOwnerCannotSayWhoWorksForAPartner() {
    var draft =
        new Invitations.Draft(UUID.randomUUID(), address(), "organisation-member", "en", "lnds");
    assertThat(as(baker, () -> invitations.inviteInto(bakery, draft)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void anOwnerWhoFollowsAnInvitationAsMemberStaysOwner() {
    var email = accounts.person(baker).orElseThrow().email();
    var sent = done(as(baker, () -> invitations.inviteInto(bakery, member(email))));
    done(as(baker, () -> invitations.join(sent.secret(), new Invitations.From("192.0.2.1"))));
    assertThat(accounts.person(baker).orElseThrow().memberships())
        .containsEntry(bakery, Role.ORGANISATION_OWNER);
  }

  @Test
  void aTokenThatIsMadeTwiceWorksWithTheSecretThatWasShownLast() {
    var draft = new Tokens.Draft(UUID.randomUUID(), "nightly", List.of(), 3);
    var first = done(as(baker, () -> tokens.make(draft)));
    var second = done(as(baker, () -> tokens.make(draft)));
    assertThat(signIn.byToken(first.secret().text())).isEmpty();
    assertThat(signIn.byToken(second.secret().text())).isPresent();
    assertThat(as(banker, () -> tokens.make(draft))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void afterManyWrongPasswordsTheRightOneIsNoHelpForAWhile() {
    var email = accounts.person(banker).orElseThrow().email();
    assertThat(signIn.byPassword(email, PASSWORD)).isPresent();
    for (int guess = 0; guess < 20; guess++) {
      assertThat(signIn.byPassword(email, "guess " + guess)).isEmpty();
    }
    assertThat(signIn.byPassword(email, PASSWORD)).isEmpty();
    assertThat(signIn.byPassword(accounts.person(baker).orElseThrow().email(), PASSWORD))
        .isPresent();
  }

  private static Invitations.Draft member(String email) {
    return new Invitations.Draft(UUID.randomUUID(), email, "organisation-member", "en", null);
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  private <T> T as(AccountId account, Supplier<T> call) {
    return current.as(accounts.person(account).orElseThrow(), call);
  }

  private AccountId account() {
    var id = new AccountId(UUID.randomUUID());
    assertThat(identity.open(id, new NewAccount(address(), "Somebody", "en", PASSWORD)))
        .isEqualTo(Outcome.done(id));
    return id;
  }

  private static String address() {
    return UUID.randomUUID() + "@example.org";
  }
}
