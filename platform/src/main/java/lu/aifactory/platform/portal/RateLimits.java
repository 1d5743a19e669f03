package lu.aifactory.platform.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets one caller (a token, else an address) make only so many requests. It stands before sign-in, because checking a
/// password is what costs most.
@Component
@Order(RateLimits.BEFORE_SECURITY)
class RateLimits extends OncePerRequestFilter {

  static final int BEFORE_SECURITY = -150;
  private static final int CALLERS_REMEMBERED = 50_000;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern TOKENS = Pattern.compile("/(api/|account/|.*/)?tokens");

  private final LimitSettings settings;
  private final Problems problems;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(CALLERS_REMEMBERED)
          .expireAfterAccess(Duration.ofHours(2))
          .build();

  RateLimits(LimitSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !settings.enabled() || request.getRequestURI().startsWith("/actuator/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var wait = wait("", settings.everything(), caller(request));
    var strict = strict(request);
    if (wait.isZero() && strict != null) {
      // By address even with a token: a made-up token would be a new caller each time.
      wait = wait(strict.getClass().getSimpleName(), strict, request.getRemoteAddr());
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

  private LimitSettings.@Nullable Rate strict(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) return null;
    var path = request.getRequestURI();
    if (path.equals("/sign-in")) return settings.signIn();
    if (path.equals("/start") || path.startsWith("/start/") || path.startsWith("/api/intake")) {
      return settings.intake();
    }
    return TOKENS.matcher(path).matches() ? settings.tokens() : null;
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

  private static String caller(HttpServletRequest request) {
    var token = request.getHeader(HttpHeaders.AUTHORIZATION);
    return token == null ? request.getRemoteAddr() : hashed(token);
  }

  private static String hashed(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
