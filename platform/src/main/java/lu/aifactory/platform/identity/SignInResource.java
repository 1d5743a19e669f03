package lu.aifactory.platform.identity;

import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How people come in, over REST. A token is no proof of who holds it, so it changes no way of coming in: that is for pages.
@RestController
@RequestMapping("/api")
class SignInResource {

  private final ComingIn comingIn;
  private final Passkeys passkeys;
  private final SecondFactors factors;
  private final OutsideIdentities outside;
  private final PasswordResets resets;

  SignInResource(
      ComingIn comingIn,
      Passkeys passkeys,
      SecondFactors factors,
      OutsideIdentities outside,
      PasswordResets resets) {
    this.comingIn = comingIn;
    this.passkeys = passkeys;
    this.factors = factors;
    this.outside = outside;
    this.resets = resets;
  }

  record SecondFactor(boolean on, boolean required, int recoveryCodesLeft) {}

  record Because(@Nullable String because) {}

  record ResetLink(String link) {}

  @Needs("profile:read")
  @GetMapping("/me/sessions")
  List<SessionView> sessions() {
    return comingIn.mine(null);
  }

  @Needs("profile:write")
  @DeleteMapping("/me/sessions/{session}")
  Outcome<UUID> endSession(@PathVariable UUID session) {
    return comingIn.end(session).map(AccountId::value);
  }

  @Needs("profile:write")
  @DeleteMapping("/me/sessions")
  Outcome<UUID> endSessions() {
    return comingIn.endAll().map(AccountId::value);
  }

  @Needs("profile:read")
  @GetMapping("/me/passkeys")
  List<Passkey> passkeys() {
    return passkeys.mine();
  }

  @Needs("profile:read")
  @GetMapping("/me/providers")
  List<OutsideIdentity> providers() {
    return outside.mine();
  }

  @Needs("profile:read")
  @GetMapping("/me/second-factor")
  SecondFactor secondFactor() {
    var state = factors.mine();
    return new SecondFactor(state.on(), state.required(), state.codesLeft());
  }

  @Needs("account:read")
  @GetMapping("/accounts/{account}/access")
  Outcome<AccountAccess> access(@PathVariable UUID account) {
    return comingIn.accessOf(new AccountId(account));
  }

  @Needs("account:manage")
  @DeleteMapping("/accounts/{account}/sessions")
  Outcome<UUID> signOut(@PathVariable UUID account) {
    return comingIn.endAllOf(new AccountId(account)).map(AccountId::value);
  }

  @Needs("account:manage")
  @DeleteMapping("/accounts/{account}/second-factor")
  Outcome<UUID> takeSecondFactor(@PathVariable UUID account, @RequestBody Because asked) {
    var because = asked.because() == null ? "" : asked.because();
    return factors.take(new AccountId(account), because).map(AccountId::value);
  }

  @Needs("account:manage")
  @PostMapping("/accounts/{account}/reset-links")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<ResetLink> makeResetLink(@PathVariable UUID account) {
    return resets
        .make(new AccountId(account))
        .map(secret -> new ResetLink("/reset/" + secret.text()));
  }
}
