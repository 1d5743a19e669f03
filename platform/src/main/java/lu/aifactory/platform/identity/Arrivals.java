package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/// What happens once somebody has proved who they are: straight in, or first the code of their app. Half a sign-in lies in
/// a session of which nothing else knows, and is forgotten after some minutes.
@Component
public class Arrivals {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String HALF = "identity.half";
  private static final String HALF_HOW = "identity.half.how";
  private static final String HALF_SINCE = "identity.half.since";

  private final SignIn signIn;
  private final SecondFactors factors;
  private final FactorRows rows;
  private final SecondFactorDuty duty;
  private final ComingIn comingIn;
  private final Sessions sessions;
  private final Clock clock;
  private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

  Arrivals(
      SignIn signIn,
      SecondFactors factors,
      FactorRows rows,
      SecondFactorDuty duty,
      ComingIn comingIn,
      Sessions sessions,
      Clock clock) {
    this.signIn = signIn;
    this.factors = factors;
    this.rows = rows;
    this.duty = duty;
    this.comingIn = comingIn;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// What a proof has led to.
  sealed interface Next {

    /// In, and there they wanted to go.
    record In(String to) implements Next {}

    /// The code of the app is asked for.
    record Code() implements Next {}

    /// A password is not enough for their role, and they have a passkey.
    record Passkey() implements Next {}
  }

  /// Signs in with an address and a password; false where they are not right, or not enough.
  public boolean byPassword(
      String email, String password, HttpServletRequest request, HttpServletResponse response) {
    return signIn
        .byPassword(email, password)
        .map(person -> after(person, How.PASSWORD, false, request, response))
        .filter(Next.In.class::isInstance)
        .isPresent();
  }

  /// Goes on after a proof.
  ///
  /// @param strong whether it proved more than a password
  Next after(
      Person person,
      How how,
      boolean strong,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asked = how == How.PASSWORD || duty.isOn(person);
    if (!strong && asked && factors.isAskedOf(person.id())) {
      if (request.getSession(false) != null) request.changeSessionId();
      var session = request.getSession();
      session.setAttribute(HALF, person.id().value().toString());
      session.setAttribute(HALF_HOW, how.name());
      session.setAttribute(HALF_SINCE, clock.instant());
      return new Next.Code();
    }
    // Else whoever knows the password could give themselves a second factor of their own.
    if (!strong && duty.isOn(person) && rows.ways(person.id()).passkeys() > 0) {
      return new Next.Passkey();
    }
    return in(person.id(), how, strong, request, response);
  }

  /// Who waits in this session for the code.
  Optional<AccountId> half(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(HALF) instanceof String account)
        || !(session.getAttribute(HALF_SINCE) instanceof Instant since)
        || since.plus(PATIENCE).isBefore(clock.instant())) {
      return Optional.empty();
    }
    return Optional.of(new AccountId(UUID.fromString(account)));
  }

  /// Takes a code of somebody's app, or one of their recovery codes.
  Outcome<AccountId> proveByCode(AccountId account, String typed) {
    return RecoveryCodes.looksLikeOne(typed)
        ? factors.proveByRecoveryCode(account, typed)
        : factors.proveByCode(account, typed);
  }

  /// Lets in whoever waited for the code and gave the right one.
  Next.In complete(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    var how = request.getSession().getAttribute(HALF_HOW);
    return in(account, How.valueOf(String.valueOf(how)), true, request, response);
  }

  private Next.In in(
      AccountId account,
      How how,
      boolean strong,
      HttpServletRequest request,
      HttpServletResponse response) {
    var before = wanted.getRequest(request, response);
    var session = request.getSession();
    session.removeAttribute(HALF);
    session.removeAttribute(HALF_HOW);
    session.removeAttribute(HALF_SINCE);
    sessions.begin(account, how, strong, request, response);
    comingIn.signedIn(account, how);
    wanted.removeRequest(request, response);
    return new Next.In(before == null ? "/" : before.getRedirectUrl());
  }
}
