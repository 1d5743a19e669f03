package lu.aifactory.platform.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.audit.RecordedEntry;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts, tokens, invitations and consents over REST.
@RestController
@RequestMapping("/api")
class IdentityResource {

  private final Identity identity;
  private final Administration administration;
  private final Invitations invitations;
  private final Consents consents;
  private final Tokens tokens;
  private final Looks looks;
  private final CurrentPerson current;

  IdentityResource(
      Identity identity,
      Administration administration,
      Invitations invitations,
      Consents consents,
      Tokens tokens,
      Looks looks,
      CurrentPerson current) {
    this.identity = identity;
    this.administration = administration;
    this.invitations = invitations;
    this.consents = consents;
    this.tokens = tokens;
    this.looks = looks;
    this.current = current;
  }

  record Me(
      UUID id,
      String name,
      String email,
      String language,
      List<String> roles,
      Map<UUID, String> organisations) {}

  record Profile(String name, String language) {

    Profile {
      name = orEmpty(name);
      language = orEmpty(language);
    }
  }

  record SignInForToken(
      String email,
      String password,
      @Nullable String code,
      String name,
      @Nullable List<String> scopes,
      int days) {

    SignInForToken {
      email = orEmpty(email);
      password = orEmpty(password);
      name = orEmpty(name);
    }

    /// Leaves the password out, so that it never reaches a log.
    @Override
    public String toString() {
      return "SignInForToken[" + email + "]";
    }
  }

  record NewToken(String name, @Nullable List<String> scopes, int days) {

    NewToken {
      name = orEmpty(name);
    }
  }

  record TokenMade(UUID id, String token) {}

  record NewInvitation(String email, String role, String language, @Nullable String partner) {

    NewInvitation {
      email = orEmpty(email);
      role = orEmpty(role);
      language = orEmpty(language);
    }
  }

  record InvitationSent(UUID id, String link, boolean mailed) {}

  record NewConsent(
      String partner, List<String> scopes, String purpose, @Nullable LocalDate until) {

    NewConsent {
      partner = orEmpty(partner);
      scopes = some(scopes);
      purpose = orEmpty(purpose);
    }
  }

  record Look(Instant at, String who, String what, @Nullable String subject) {}

  @Needs("profile:read")
  @GetMapping("/me")
  Me me() {
    var person = current.get();
    return new Me(
        person.id().value(),
        person.name(),
        person.email(),
        person.language().getLanguage(),
        person.allRoles().stream().map(Role::code).sorted().toList(),
        person.memberships().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().value(), entry -> entry.getValue().code())));
  }

  @Needs("profile:write")
  @PutMapping("/me")
  Outcome<UUID> changeProfile(@RequestBody Profile profile) {
    return administration.changeProfile(profile.name(), profile.language()).map(AccountId::value);
  }

  @Open("it proves itself by password")
  @PostMapping("/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<TokenMade> signIn(@RequestBody SignInForToken asked) {
    return tokens
        .make(
            asked.email(),
            asked.password(),
            orEmpty(asked.code()),
            new Tokens.Draft(UUID.randomUUID(), asked.name(), some(asked.scopes()), asked.days()))
        .map(made -> new TokenMade(made.id(), made.secret().text()));
  }

  @Needs("token:manage")
  @GetMapping("/me/tokens")
  List<ApiToken> tokens() {
    return tokens.mine();
  }

  @Needs("token:manage")
  @PostMapping("/me/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<TokenMade> makeToken(@RequestBody NewToken asked) {
    return tokens
        .make(new Tokens.Draft(UUID.randomUUID(), asked.name(), some(asked.scopes()), asked.days()))
        .map(made -> new TokenMade(made.id(), made.secret().text()));
  }

  @Needs("token:manage")
  @DeleteMapping("/me/tokens/{token}")
  Outcome<UUID> revokeToken(@PathVariable UUID token) {
    return tokens.revoke(token);
  }

  @Needs("member:read")
  @GetMapping("/organisations/{organisation}/members")
  List<Member> members(@PathVariable UUID organisation) {
    return identity.members(new OrganisationId(organisation));
  }

  @Needs("member:remove")
  @DeleteMapping("/organisations/{organisation}/members/{account}")
  Outcome<UUID> removeMember(@PathVariable UUID organisation, @PathVariable UUID account) {
    return administration
        .remove(new OrganisationId(organisation), new AccountId(account))
        .map(AccountId::value);
  }

  @Needs("member:read")
  @GetMapping("/organisations/{organisation}/invitations")
  List<Invitation> invitations(@PathVariable UUID organisation) {
    return invitations.into(new OrganisationId(organisation));
  }

  @Needs("member:invite")
  @PostMapping("/organisations/{organisation}/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<InvitationSent> inviteMember(
      @PathVariable UUID organisation, @RequestBody NewInvitation asked) {
    return invitations.inviteInto(new OrganisationId(organisation), draft(asked)).map(this::sent);
  }

  @Needs("member:invite")
  @DeleteMapping("/organisations/{organisation}/invitations/{invitation}")
  Outcome<UUID> revokeInvitation(@PathVariable UUID organisation, @PathVariable UUID invitation) {
    return invitations.revoke(new InvitationId(invitation));
  }

  @Needs("consent:read")
  @GetMapping("/organisations/{organisation}/consents")
  List<Consent> consents(@PathVariable UUID organisation) {
    return consents.of(new OrganisationId(organisation));
  }

  @Needs("consent:manage")
  @PostMapping("/organisations/{organisation}/consents")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<UUID> grant(@PathVariable UUID organisation, @RequestBody NewConsent asked) {
    return consents.grant(
        new OrganisationId(organisation),
        new Consents.Grant(
            UUID.randomUUID(), asked.partner(), asked.scopes(), asked.purpose(), asked.until()));
  }

  @Needs("consent:manage")
  @DeleteMapping("/organisations/{organisation}/consents/{consent}")
  Outcome<UUID> revokeConsent(@PathVariable UUID organisation, @PathVariable UUID consent) {
    return consents.revoke(new ConsentId(consent));
  }

  @Needs("look:read")
  @GetMapping("/organisations/{organisation}/looks")
  List<Look> looks(@PathVariable UUID organisation) {
    return looks.at(new OrganisationId(organisation), 200).stream()
        .map(IdentityResource::look)
        .toList();
  }

  @Needs("account:read")
  @GetMapping("/accounts")
  Page<AccountSummary> accounts(
      @Listing(
              sorts = {"name", "created"},
              filters = "role")
          ListQuery query) {
    return administration.accounts(query);
  }

  @Needs("account:manage")
  @PostMapping("/accounts/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<InvitationSent> inviteAccount(@RequestBody NewInvitation asked) {
    return invitations.invite(draft(asked)).map(this::sent);
  }

  @Needs("account:manage")
  @PutMapping("/accounts/{account}/roles/{role}")
  Outcome<UUID> giveRole(@PathVariable UUID account, @PathVariable String role) {
    return administration.giveRole(new AccountId(account), role).map(AccountId::value);
  }

  @Needs("account:manage")
  @DeleteMapping("/accounts/{account}/roles/{role}")
  Outcome<UUID> takeRole(@PathVariable UUID account, @PathVariable String role) {
    return administration.takeRole(new AccountId(account), role).map(AccountId::value);
  }

  @Needs("account:manage")
  @PutMapping("/accounts/{account}/enabled")
  Outcome<UUID> enable(@PathVariable UUID account, @RequestBody boolean enabled) {
    return administration.enable(new AccountId(account), enabled).map(AccountId::value);
  }

  private InvitationSent sent(Invitations.Sent sent) {
    return new InvitationSent(sent.id(), "/invitations/" + sent.secret().text(), sent.mailed());
  }

  private static Invitations.Draft draft(NewInvitation asked) {
    return new Invitations.Draft(
        UUID.randomUUID(), asked.email(), asked.role(), asked.language(), asked.partner());
  }

  private static Look look(RecordedEntry recorded) {
    var entry = recorded.entry();
    return new Look(recorded.at(), entry.actorName(), entry.action(), entry.subjectKind());
  }

  // What a body leaves out counts as empty, so that the answer names the field.
  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static List<String> some(@Nullable List<String> scopes) {
    return scopes == null ? List.of() : scopes;
  }
}
