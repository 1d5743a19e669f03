package lu.aifactory.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.boot.test.context.TestComponent;

/// An organisation with a thing of every kind, somebody in every role (with no tie to it but their own membership), and
/// a stranger who owns another organisation.
public final class World {

  private final Map<String, UUID> things;
  private final Map<Role, String> tokens;
  private final String stranger;
  private final PermissionTable permissions;

  private World(
      Map<String, UUID> things,
      Map<Role, String> tokens,
      String stranger,
      PermissionTable permissions) {
    this.things = things;
    this.tokens = tokens;
    this.stranger = stranger;
    this.permissions = permissions;
  }

  /// What a call is expected to answer.
  public enum Expected {
    FORBIDDEN,
    HIDDEN,
    LET_IN;

    /// Whether the status says this.
    public boolean fits(int status) {
      return switch (this) {
        case FORBIDDEN -> status == 403;
        case HIDDEN -> status == 403 || status == 404;
        case LET_IN -> status != 401 && status != 403 && status != 500;
      };
    }
  }

  /// What somebody in the role is answered at an endpoint with this permission and these variables in its path.
  public Expected expects(Role role, String permission, List<String> variables) {
    var reach = permissions.reach(permission, role);
    if (reach == null) {
      return Expected.FORBIDDEN;
    }
    var tied = role.inOrganisation() || reach == Reach.ALL || reach == Reach.OWN;
    return tied || !namesAThingOfTheOrganisation(variables) ? Expected.LET_IN : Expected.HIDDEN;
  }

  /// Whether one of the variables is the id of something of the organisation.
  public boolean namesAThingOfTheOrganisation(List<String> variables) {
    return variables.stream().anyMatch(things::containsKey);
  }

  /// What stands in an address for a variable: the id of the thing whose kind is the part of the path before it.
  public String id(String kind) {
    return things.getOrDefault(kind, new UUID(7, kind.hashCode())).toString();
  }

  /// The API token of somebody in the role.
  public String tokenOf(Role role) {
    return tokens.getOrDefault(role, "");
  }

  /// The API token of the owner of another organisation.
  public String stranger() {
    return stranger;
  }

  /// Makes worlds.
  @TestComponent
  public static class Maker {

    private final Identity identity;
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final CurrentPerson current;
    private final Consents consents;
    private final PermissionTable permissions;
    private final Clock clock;

    Maker(
        Identity identity,
        Accounts accounts,
        ApiTokens tokens,
        CurrentPerson current,
        Consents consents,
        PermissionTable permissions,
        Clock clock) {
      this.identity = identity;
      this.accounts = accounts;
      this.tokens = tokens;
      this.current = current;
      this.consents = consents;
      this.permissions = permissions;
      this.clock = clock;
    }

    /// A world around an organisation, its owner and the things that it has, by the part of the path before their id.
    public World around(OrganisationId organisation, AccountId owner, Map<String, UUID> has) {
      var held = new EnumMap<Role, String>(Role.class);
      held.put(Role.ORGANISATION_OWNER, token(owner));
      var member = account("member");
      accounts.addMember(organisation, member, Role.ORGANISATION_MEMBER, clock.instant());
      held.put(Role.ORGANISATION_MEMBER, token(member));
      for (var role : Role.values()) {
        if (!role.inOrganisation()) {
          var account = account(role.code());
          accounts.giveRole(account, role);
          held.put(role, token(account));
        }
      }
      var other = account("stranger");
      found(other);
      var things = new HashMap<>(has);
      things.put("organisations", organisation.value());
      things.put("consents", as(owner, () -> consent(organisation)));
      return new World(things, held, token(other), permissions);
    }

    /// Runs something as somebody.
    public <T> T as(AccountId account, Supplier<T> call) {
      return current.as(accounts.person(account).orElseThrow(), call);
    }

    private UUID consent(OrganisationId organisation) {
      var until = LocalDate.now(ZoneOffset.UTC).plusDays(5);
      var scopes = List.of("engagement");
      return done(
          consents.grant(
              organisation,
              new Consents.Grant(
                  UUID.randomUUID(), "list", scopes, "a thing of the world", until)));
    }

    private OrganisationId found(AccountId owner) {
      var id = new OrganisationId(UUID.randomUUID());
      done(identity.found(id, "Organisation " + id.value(), owner));
      return id;
    }

    private AccountId account(String name) {
      var id = new AccountId(UUID.randomUUID());
      return done(
          identity.open(
              id, new NewAccount(id.value() + "@example.org", name, "en", "a long enough secret")));
    }

    private String token(AccountId account) {
      var secret = Secret.fresh("aif_");
      var now = clock.instant();
      tokens.add(
          new ApiTokenId(UUID.randomUUID()),
          account,
          "test",
          secret,
          List.of(),
          now,
          now.plus(Duration.ofDays(1)));
      return secret.text();
    }

    private static <T> T done(Outcome<T> outcome) {
      return switch (outcome) {
        case Outcome.Done<T>(var value) -> value;
        case Outcome.Refused<T>(var why) -> throw new IllegalStateException(why.toString());
      };
    }
  }
}
