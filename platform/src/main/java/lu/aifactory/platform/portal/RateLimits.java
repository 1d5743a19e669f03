package lu.aifactory.platform.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/// Lets one caller (somebody with a good token, else an address) make only so many requests. It stands before sign-in, because checking a
/// password is what costs most.
@Component
@Order(RateLimits.BEFORE_SECURITY)
class RateLimits extends OncePerRequestFilter {

  static final int BEFORE_SECURITY = -150;
  private static final int CALLERS_REMEMBERED = 50_000;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern TOKENS = Pattern.compile("/(api/|account/|.*/)?tokens");
  // Where passwords, codes and links are tried, or mail is asked for.
  private static final Pattern SIGN_INS =
      Pattern.compile(
          "/sign-in(/code|/passkey)?|/forgotten|/reset/[^/]+|/account/confirm(/passkey)?");
  // Anybody can found an organisation, and each invitation may send a letter to a stranger.
  private static final Pattern INVITATIONS =
      Pattern.compile("/organisations/[^/]+/people|/api/organisations/[^/]+/invitations");
  // With a link that was used before, these say whether a password is right.
  private static final Pattern ACCOUNTS = Pattern.compile("/(start|api/intakes)/[^/]+/account");

  private final LimitSettings settings;
  private final Problems problems;
  private final ProvenTokens tokens;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(CALLERS_REMEMBERED)
          .expireAfterAccess(Duration.ofHours(2))
          .build();

  RateLimits(LimitSettings settings, Problems problems, ProvenTokens tokens) {
    this.settings = settings;
    this.problems = problems;
    this.tokens = tokens;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !settings.enabled() || path(request).startsWith("/actuator/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var wait = wait("", settings.everything(), caller(request));
    for (var strict : strict(request)) {
      // By address even with a token: whoever tries passwords may have many.
      if (wait.isZero()) {
        wait = wait(strict.getClass().getSimpleName(), strict, request.getRemoteAddr());
      }
    }
    if (wait.isZero()) {
      chain.doFilter(request, response);
      return;
    }
    var seconds = wait.toSeconds() + 1;
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    if (Problems.isApi(request)) {
      problems.send(request, response, 429, "portal.problem.too-many", seconds);
    } else {
      response.sendError(429);
    }
  }

  private List<LimitSettings.Rate> strict(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) return List.of();
    var path = path(request);
    if (SIGN_INS.matcher(path).matches()) return List.of(settings.signIn());
    if (ACCOUNTS.matcher(path).matches()) return List.of(settings.signIn(), settings.intake());
    if (path.equals("/start") || path.startsWith("/start/") || path.startsWith("/api/intake")) {
      return List.of(settings.intake());
    }
    if (INVITATIONS.matcher(path).matches()) return List.of(settings.invitations());
    if (path.equals("/feedback") || path.equals("/api/feedback")) {
      return List.of(settings.feedback());
    }
    return TOKENS.matcher(path).matches() ? List.of(settings.tokens()) : List.of();
  }

  // As handlers are found by it: `%74okens` is `tokens`.
  private static String path(HttpServletRequest request) {
    return ServletRequestPathUtils.parse(request).pathWithinApplication().elements().stream()
        .map(element ->
            element instanceof PathSegment segment ? segment.valueToMatch() : element.value())
        .collect(Collectors.joining());
  }

  private Duration wait(String purpose, LimitSettings.Rate rate, String caller) {
    var probe = bucket(purpose + "|" + caller, rate).tryConsumeAndReturnRemaining(1);
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Bucket bucket(String name, LimitSettings.Rate rate) {
    return buckets.get(
        name,
        _ ->
            Bucket.builder()
                .addLimit(limit ->
                    limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.per()))
                .build());
  }

  private String caller(HttpServletRequest request) {
    return tokens.caller(request).orElseGet(request::getRemoteAddr);
  }
}
