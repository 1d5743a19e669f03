package lu.aifactory.platform.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Makes a POST that is sent twice with the same `Idempotency-Key` happen once. Key, change and answer commit in one
/// transaction around the whole request, and nothing is sent before it: whoever was answered can rely on it, and whoever
/// was not may ask again.
@Component
@Order(IdempotentPosts.AFTER_SECURITY)
class IdempotentPosts extends OncePerRequestFilter {

  static final int AFTER_SECURITY = 50;
  static final String KEY = "Idempotency-Key";
  static final String REPLAY = "Idempotent-Replay";
  static final int LARGEST_OF_VISITORS = 256 * 1024;
  private static final int LONGEST_KEY = 200;
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private final AnsweredRequests answered;
  private final OpenPosts open;
  private final TransactionTemplate transaction;
  private final Problems problems;
  private final Clock clock;

  IdempotentPosts(
      AnsweredRequests answered,
      OpenPosts open,
      TransactionTemplate transaction,
      Problems problems,
      Clock clock) {
    this.answered = answered;
    this.open = open;
    this.transaction = transaction;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || request.getHeader(KEY) == null
        || !Problems.isApi(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = request.getHeader(KEY);
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      problems.send(request, response, 400, "portal.problem.idempotency-key", LONGEST_KEY);
      return;
    }
    var visitor = Caller.signedIn().isEmpty();
    var upload = BodyLimits.isUpload(request);
    if (visitor && (upload || !open.isOne(request))) {
      // They are refused, and nothing is remembered of it.
      chain.doFilter(request, response);
      return;
    }
    // All is read before the transaction: whoever sends slowly must not hold a connection
    // meanwhile.
    var largest = visitor ? LARGEST_OF_VISITORS : BodyLimits.LARGEST_BODY;
    var body = upload ? new byte[0] : request.getInputStream().readNBytes(largest + 1);
    if (body.length > largest) {
      problems.send(request, response, 413, "portal.problem.too-large");
      return;
    }
    if (upload && !received(request)) {
      chain.doFilter(request, response);
      return;
    }
    var asked = new AnsweredRequests.Asked(caller(request), key, digest(request, body));
    var buffered = new ContentCachingResponseWrapper(response);
    var earlier = once(asked, upload ? request : new BodyInMemory(request, body), buffered, chain);
    if (earlier == null) {
      buffered.copyBodyToResponse();
    } else if (earlier.isTo(asked)) {
      replay(earlier, response);
    } else {
      problems.send(request, response, 422, "portal.problem.other-request");
    }
  }

  // An upload is read by the container itself, into files; in the digest its length stands for the
  // content. What it
  // cannot read it refuses again when the handler asks.
  private static boolean received(HttpServletRequest request) throws IOException {
    try {
      return request.getParts() != null;
    } catch (ServletException | IllegalStateException refused) {
      return false;
    }
  }

  @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    answered.forget(clock.instant().minus(REMEMBERED));
  }

  // The earlier answer if there was one, else null after the request was done.
  private AnsweredRequests.@Nullable Answer once(
      AnsweredRequests.Asked asked,
      HttpServletRequest request,
      ContentCachingResponseWrapper response,
      FilterChain chain)
      throws ServletException, IOException {
    try {
      return transaction.execute(status -> {
        if (!answered.take(asked, clock.instant())) return answered.find(asked).orElseThrow();
        perform(asked, request, response, chain, status);
        return null;
      });
    } catch (Unchecked carried) {
      throw carried.servletException();
    } catch (UncheckedIOException carried) {
      throw Objects.requireNonNull(carried.getCause());
    }
  }

  private void perform(
      AnsweredRequests.Asked asked,
      HttpServletRequest request,
      ContentCachingResponseWrapper response,
      FilterChain chain,
      TransactionStatus status) {
    try {
      chain.doFilter(request, response);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (ServletException failed) {
      throw new Unchecked(failed);
    }
    if (response.getStatus() < 400 && status.isRollbackOnly()) {
      // Somewhere inside a refusal was passed over: a good answer would tell of what did not
      // happen.
      response.reset();
      throw new IllegalStateException("answered well, but nothing of it may be kept");
    }
    if (response.getStatus() >= 400) {
      // The key is free again, so that the caller may mend the request and keep the key.
      status.setRollbackOnly();
      return;
    }
    answered.keep(
        asked,
        new AnsweredRequests.Answer(
            asked.digest(),
            response.getStatus(),
            response.getContentType(),
            response.getHeader(HttpHeaders.LOCATION),
            response.getHeader(HttpHeaders.ETAG),
            response.getContentAsByteArray()));
  }

  private static void replay(AnsweredRequests.Answer answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPLAY, "true");
    if (answer.contentType() != null) response.setContentType(answer.contentType());
    if (answer.location() != null) response.setHeader(HttpHeaders.LOCATION, answer.location());
    if (answer.etag() != null) response.setHeader(HttpHeaders.ETAG, answer.etag());
    response.getOutputStream().write(answer.body());
  }

  private static String caller(HttpServletRequest request) {
    return Caller.signedIn()
        .map(authentication -> "account " + authentication.getName())
        .orElseGet(() -> "address " + request.getRemoteAddr());
  }

  private static byte[] digest(HttpServletRequest request, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var head =
          request.getRequestURI()
              + "\n"
              + request.getQueryString()
              + "\n"
              + request.getContentLengthLong()
              + "\n";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// Carries a checked exception through the transaction.
  private static final class Unchecked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ServletException carried;

    Unchecked(ServletException carried) {
      super(carried);
      this.carried = carried;
    }

    ServletException servletException() {
      return carried;
    }
  }
}
