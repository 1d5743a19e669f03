package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Begins, lists and ends sessions, and knows of the present one how it began: when and by what somebody proved who they
/// are, and whether that was more than a password.
@Component
public class Sessions {

  /// For so long after a proof somebody may change how they sign in.
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final String SINCE = "identity.since";
  private static final String PROVED = "identity.proved";
  private static final String STRONG = "identity.strong";
  private static final String HOW = "identity.how";
  private static final String ADDRESS = "identity.address";
  private static final String AGENT = "identity.agent";
  private static final int LONGEST_AGENT = 400;

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final HttpSessionCsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final FactorRows factors;
  private final Clock clock;

  Sessions(
      FindByIndexNameSessionRepository<? extends Session> sessions,
      FactorRows factors,
      Clock clock) {
    this.sessions = sessions;
    this.factors = factors;
    this.clock = clock;
  }

  /// Signs somebody in with this response who has just proved who they are by other means than a sign-in: a new account,
  /// an invitation, the demonstration's own door.
  public void begin(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    var invented = factors.ways(account).invented();
    begin(account, invented ? How.DEMONSTRATION : How.LINK, invented, request, response);
  }

  /// Signs the account in with this response.
  ///
  /// @param strong whether more than a password was proved
  void begin(
      AccountId account,
      How how,
      boolean strong,
      HttpServletRequest request,
      HttpServletResponse response) {
    // A session that somebody else may know must not become a signed-in one, nor its forms.
    if (request.getSession(false) != null) request.changeSessionId();
    formTokens.saveToken(null, request, response);
    var user = User.withUsername(account.value().toString()).password("").build();
    var authentication =
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    contexts.saveContext(new SecurityContextImpl(authentication), request, response);
    var session = request.getSession();
    var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    session.setAttribute(SINCE, clock.instant());
    session.setAttribute(PROVED, clock.instant());
    session.setAttribute(STRONG, strong);
    session.setAttribute(HOW, how.code());
    session.setAttribute(ADDRESS, request.getRemoteAddr());
    session.setAttribute(AGENT, agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
  }

  /// Whether whoever holds this session has proved a short while ago who they are.
  boolean isFresh(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
        && session.getAttribute(PROVED) instanceof Instant proved
        && proved.plus(FRESH).isAfter(clock.instant());
  }

  /// Notes that they have just done so.
  void proved(HttpServletRequest request, boolean strong) {
    var session = request.getSession();
    session.setAttribute(PROVED, clock.instant());
    if (strong) session.setAttribute(STRONG, true);
  }

  /// Whether more than a password was proved in this session.
  boolean isStrong(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && Boolean.TRUE.equals(session.getAttribute(STRONG));
  }

  /// Somebody's open sessions, the one that was used last first.
  List<SessionView> of(AccountId account, @Nullable HttpSession present) {
    return found(account).stream()
        .map(session -> view(session, present))
        .sorted(Comparator.comparing(SessionView::lastUsedAt).reversed())
        .toList();
  }

  /// Ends one of somebody's sessions; false when they have none of this name.
  boolean end(AccountId account, UUID session) {
    var named = found(account).stream().filter(one -> name(one.getId()).equals(session)).toList();
    named.forEach(one -> sessions.deleteById(one.getId()));
    return !named.isEmpty();
  }

  /// Ends all sessions of the account except the one of this request.
  void endOthers(AccountId account, HttpServletRequest request) {
    var mine = request.getSession(false);
    found(account).stream()
        .map(Session::getId)
        .filter(id -> mine == null || !id.equals(mine.getId()))
        .forEach(sessions::deleteById);
  }

  /// Ends all sessions of the account.
  int endAll(AccountId account) {
    var all = found(account);
    all.forEach(session -> sessions.deleteById(session.getId()));
    return all.size();
  }

  // One by one: where the rows of several sessions lie mixed, the library puts them together
  // wrongly.
  private List<Session> found(AccountId account) {
    return sessions.findByPrincipalName(account.value().toString()).keySet().stream()
        .flatMap(id -> Optional.<Session>ofNullable(sessions.findById(id)).stream())
        .toList();
  }

  private static SessionView view(Session session, @Nullable HttpSession present) {
    var device = Device.of(text(session, AGENT));
    return new SessionView(
        name(session.getId()),
        device.kind(),
        device.browser(),
        text(session, ADDRESS),
        text(session, HOW),
        session.getAttribute(SINCE) instanceof Instant since ? since : session.getCreationTime(),
        session.getLastAccessedTime(),
        present != null && present.getId().equals(session.getId()));
  }

  private static String text(Session session, String name) {
    return session.getAttribute(name) instanceof String text ? text : "";
  }

  // Whoever reads a page must not find in it what opens a session.
  private static UUID name(String session) {
    var digest = ByteBuffer.wrap(new Secret(session).digest());
    return new UUID(digest.getLong(), digest.getLong());
  }
}
