package lu.aifactory.platform.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Proves who somebody is, by password or by API token. The session keeps the account's id and nothing else.
@Component
class SignIn {

  private final Accounts accounts;
  private final ApiTokens tokens;
  private final PasswordEncoder passwords;
  private final WrongPasswords wrong;
  private final SecondFactorDuty duty;
  private final Clock clock;

  /// Checked when there is no such account, so that the time taken does not tell which addresses exist.
  private final CompletableFuture<String> nobodysHash;

  SignIn(
      Accounts accounts,
      ApiTokens tokens,
      PasswordEncoder passwords,
      WrongPasswords wrong,
      SecondFactorDuty duty,
      Clock clock) {
    this.wrong = wrong;
    this.duty = duty;
    this.accounts = accounts;
    this.tokens = tokens;
    this.passwords = passwords;
    this.clock = clock;
    // Beside the start, which need not wait for a slow hash.
    this.nobodysHash =
        CompletableFuture.supplyAsync(() -> passwords.encode(Secret.fresh("").text()));
  }

  Optional<Person> byPassword(String email, String password) {
    var found = accounts.credentials(email);
    var hash = found.map(Accounts.Credentials::passwordHash).orElseGet(nobodysHash::join);
    var right = passwords.matches(password, hash) && !wrong.tooMany(email);
    if (right) {
      wrong.succeeded(email);
    } else {
      wrong.failed(email);
    }
    return right
        ? found.flatMap(credentials -> accounts.person(credentials.account()))
        : Optional.empty();
  }

  Optional<Person> byToken(String token) {
    var bearer = tokens.bearer(new Secret(token), clock.instant());
    bearer.ifPresent(found -> tokens.used(found.token(), clock.instant()));
    return bearer
        .flatMap(found ->
            accounts.person(found.account(), found.scopes().isEmpty() ? null : found.scopes()))
        .filter(duty::letsTokensWork);
  }

  Optional<Person> byAccount(AccountId account) {
    return accounts.person(account);
  }
}
