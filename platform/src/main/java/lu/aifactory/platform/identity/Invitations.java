package lu.aifactory.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Invitations by a link that is shown once to whoever invites: into an organisation by its owner, into the factory by
/// an administrator.
@Facade
class Invitations {

  private static final String LINK_HOLDER = "whoever holds the link was invited";
  private static final Duration VALID = Duration.ofDays(14);

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final OutsideRows outside;
  private final PasswordEncoder passwords;
  private final Access access;
  private final CurrentPerson current;
  private final ObjectProvider<InvitationMail> mail;
  private final Clock clock;

  Invitations(
      JdbcClient jdbc,
      Accounts accounts,
      OutsideRows outside,
      PasswordEncoder passwords,
      Access access,
      CurrentPerson current,
      ObjectProvider<InvitationMail> mail,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.outside = outside;
    this.passwords = passwords;
    this.access = access;
    this.current = current;
    this.mail = mail;
    this.clock = clock;
  }

  /// Whom to invite as what.
  record Draft(UUID id, String email, String role, String language, @Nullable String partner) {}

  /// A new invitation with the secret of its link, and whether a letter with it is on its way.
  record Sent(UUID id, Secret secret, boolean mailed) {}

  /// Invites somebody into an organisation.
  @Needs(value = "member:invite", records = "member.invited")
  Outcome<Sent> inviteInto(OrganisationId organisation, Draft draft) {
    return invite(draft, organisation, true);
  }

  /// Invites somebody who works for the factory or one of its partners.
  @Needs(value = "account:manage", records = "account.invited")
  Outcome<Sent> invite(Draft draft) {
    return invite(draft, null, false);
  }

  private Outcome<Sent> invite(
      Draft draft, @Nullable OrganisationId organisation, boolean inOrganisation) {
    var faults = new ArrayList<Fault>();
    NewAccount.emailFault("email", draft.email()).ifPresent(faults::add);
    var role = Role.of(draft.role()).filter(r -> r.inOrganisation() == inOrganisation);
    if (role.isEmpty()) {
      faults.add(new Fault("role", "identity.fault.role"));
    }
    if (!NewAccount.LANGUAGES.contains(draft.language())) {
      faults.add(new Fault("language", "identity.fault.language"));
    }
    var partner = draft.partner() == null || draft.partner().isBlank() ? null : draft.partner();
    // Who works for a partner is for the factory to say.
    if (partner != null && (inOrganisation || !accounts.isPartner(partner))) {
      faults.add(new Fault("partner", "identity.fault.partner"));
    }
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    var secret = Secret.fresh("");
    var now = clock.instant();
    var sent =
        jdbc.sql(
                """
                insert into invitation (id, token_digest, email, organisation, role, partner, language,
                                        invited_by, created_at, expires_at)
                values (:id, :digest, :email, :organisation, :role, :partner, :language, :by, :now, :expires)
                on conflict (id) do update set token_digest = excluded.token_digest
                 where (invitation.email, invitation.role, invitation.invited_by) =
                         (excluded.email, excluded.role, excluded.invited_by)
                   and invitation.organisation is not distinct from excluded.organisation
                   and invitation.accepted_at is null and invitation.revoked_at is null
                """)
            .param("id", draft.id())
            .param("digest", secret.digest())
            .param("email", Accounts.normal(draft.email()))
            .param("organisation", organisation == null ? null : organisation.value())
            .param("role", role.orElseThrow().code())
            .param("partner", partner)
            .param("language", draft.language())
            .param("by", current.get().id().value())
            .param("now", Timestamp.from(now))
            .param("expires", Timestamp.from(now.plus(VALID)))
            .update();
    // The id is another invitation's: whose, is not for the caller to know.
    if (sent != 1) return Outcome.refused(IdentityRefusal.ID_TAKEN);
    return Outcome.done(new Sent(draft.id(), secret, write(draft, organisation, secret)));
  }

  private boolean write(Draft draft, @Nullable OrganisationId organisation, Secret secret) {
    var letters = mail.getIfAvailable();
    if (letters == null || !letters.available()) return false;
    var name = organisation == null ? "" : accounts.organisationName(organisation).orElse("");
    letters.send(
        Accounts.normal(draft.email()),
        Locale.forLanguageTag(draft.language()),
        organisation == null ? "identity.mail.invited" : "identity.mail.invited-into",
        organisation == null ? List.of(current.get().name()) : List.of(current.get().name(), name),
        "/invitations/" + secret.text());
    return true;
  }

  /// Takes an invitation into an organisation back.
  @Needs(value = "member:invite", records = "invitation.revoked")
  Outcome<UUID> revoke(InvitationId invitation) {
    return end(invitation);
  }

  /// Takes an invitation into the factory back.
  @Needs(value = "account:manage", records = "invitation.revoked")
  Outcome<UUID> revokeOfTheFactory(UUID invitation) {
    return end(new InvitationId(invitation));
  }

  private Outcome<UUID> end(InvitationId invitation) {
    jdbc.sql("update invitation set revoked_at = :now where id = :id and accepted_at is null")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", invitation.value())
        .update();
    return Outcome.done(invitation.value());
  }

  /// Invitations into an organisation, the newest first. From where one was used is for those who may invite.
  @Needs("member:read")
  List<Invitation> into(OrganisationId organisation) {
    return jdbc
        .sql(SELECT + " where i.organisation = :organisation order by i.created_at desc")
        .param("organisation", organisation.value())
        .query((row, number) -> invitation(row))
        .list()
        .stream()
        .map(found -> access.may("member:invite", organisation) ? found : found.fromNowhere())
        .toList();
  }

  /// Invitations into the factory, the newest first.
  @Needs("account:manage")
  List<Invitation> ofTheFactory() {
    return jdbc.sql(SELECT + " where i.organisation is null order by i.created_at desc")
        .query((row, number) -> invitation(row))
        .list();
  }

  /// From where an invitation is accepted, for whoever made it to see.
  record From(String address) {}

  /// The invitation behind a link, if it is still good and not somebody else's than the person who is signed in. What is
  /// said of one that is over tells nothing of whom it was for.
  @Open(LINK_HOLDER)
  Outcome<Invitation> open(Secret secret) {
    var found = behindAny(secret);
    if (found.isEmpty()) return Outcome.refused(IdentityRefusal.LINK_ENDED);
    var invitation = found.get();
    if (invitation.acceptedAt() != null) return Outcome.refused(IdentityRefusal.LINK_USED);
    if (invitation.revokedAt() != null) {
      return Outcome.refused(IdentityRefusal.LINK_WITHDRAWN);
    }
    if (!invitation.open(clock.instant())) {
      return Outcome.refused(IdentityRefusal.LINK_EXPIRED);
    }
    return current.find().map(person -> !person.email().equals(invitation.email())).orElse(false)
        ? Outcome.refused(IdentityRefusal.OTHER_ADDRESS)
        : Outcome.done(invitation);
  }

  private Optional<Invitation> behindAny(Secret secret) {
    return jdbc.sql(SELECT + " where i.token_digest = :digest for no key update of i")
        .param("digest", secret.digest())
        .query((row, number) -> invitation(row))
        .optional();
  }

  /// Accepts with a new account that has a password.
  @Open(value = LINK_HOLDER, records = "invitation.accepted")
  Outcome<AccountId> accept(Secret secret, String name, String password, From from) {
    return open(secret)
        .then(invitation -> {
          var account = new NewAccount(invitation.email(), name, invitation.language(), password);
          var faults = account.faults();
          return faults.isEmpty()
              ? begin(invitation, account.name(), passwords.encode(password), from)
              : Outcome.refused(new Refusal.Invalid(faults));
        });
  }

  /// Accepts with a new account that the provider opens. The link is what was sent to the invitation's address, so the new
  /// account has that one, whatever the provider says.
  @Open(value = LINK_HOLDER, records = "invitation.accepted")
  Outcome<AccountId> acceptBy(Secret secret, KnownOutside known, From from) {
    return open(secret)
        .then(invitation -> {
          var name = known.name().isBlank() ? invitation.email() : known.name();
          var shortened = name.substring(0, Math.min(name.length(), 200));
          return begin(invitation, shortened, null, from);
        })
        .then(account ->
            outside.add(account, known, clock.instant())
                ? Outcome.done(account)
                : Outcome.refused(IdentityRefusal.LINKED_ALREADY));
  }

  private Outcome<AccountId> begin(
      Invitation invitation, String name, @Nullable String hash, From from) {
    var now = clock.instant();
    var id = new AccountId(UUID.randomUUID());
    var added =
        accounts.add(
            id, invitation.email(), name, invitation.language(), hash, invitation.partner(), now);
    if (!added) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("email", "identity.fault.email-taken"))));
    }
    take(invitation, id, from, now);
    return Outcome.done(id);
  }

  /// Accepts with the account of whoever is signed in; a link that went to somebody else is of no use.
  @Needs(value = "profile:write", records = "invitation.accepted")
  Outcome<AccountId> join(Secret secret, From from) {
    return open(secret)
        .map(invitation -> {
          var account = current.get().id();
          take(invitation, account, from, clock.instant());
          return account;
        });
  }

  private void take(Invitation invitation, AccountId account, From from, Instant now) {
    var organisation = invitation.organisation();
    if (organisation == null) {
      accounts.giveRole(account, invitation.role());
      accounts.joinPartner(account, invitation.partner());
    } else {
      accounts.addMember(organisation, account, invitation.role(), now);
    }
    jdbc.sql("update invitation set accepted_at = :now, accepted_from = :from where id = :id")
        .param("now", Timestamp.from(now))
        .param("from", from.address())
        .param("id", invitation.id())
        .update();
  }

  private static final String SELECT =
      "select i.*, o.name as organisation_name from invitation i left join organisation o on o.id = i.organisation";

  private static Invitation invitation(ResultSet row) throws SQLException {
    var organisation = row.getObject("organisation", UUID.class);
    return new Invitation(
        row.getObject("id", UUID.class),
        row.getString("email"),
        organisation == null ? null : new OrganisationId(organisation),
        row.getString("organisation_name"),
        Role.of(row.getString("role")).orElseThrow(),
        row.getString("partner"),
        row.getString("language"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row, "accepted_at"),
        row.getString("accepted_from"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}

/// To whom an invitation belongs; one into the factory belongs to no organisation.
@Component
class InvitationTenant implements TenantOf<InvitationId> {

  private final JdbcClient jdbc;

  InvitationTenant(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Class<InvitationId> type() {
    return InvitationId.class;
  }

  @Override
  public Optional<OrganisationId> organisationOf(InvitationId invitation) {
    return jdbc.sql("select organisation from invitation where id = :id")
        .param("id", invitation.value())
        .query(UUID.class)
        .optional()
        .map(OrganisationId::new);
  }
}
