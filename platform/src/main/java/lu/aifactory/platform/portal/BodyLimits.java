package lu.aifactory.platform.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes only bodies that fit into memory many times over, and no NUL, which PostgreSQL holds in no text. It stands before
/// everything that reads a body. Uploads have a limit of their own and are not kept in memory.
@Component
@Order(BodyLimits.BEFORE_READERS)
class BodyLimits extends OncePerRequestFilter {

  static final int BEFORE_READERS = Ordered.HIGHEST_PRECEDENCE + 20;
  static final int LARGEST_BODY = 2 * 1024 * 1024;

  private final Problems problems;

  BodyLimits(Problems problems) {
    this.problems = problems;
  }

  static boolean isUpload(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var upload = isUpload(request);
    if (!upload && request.getContentLengthLong() > LARGEST_BODY) {
      refuse(request, response, BodyRefused.tooLarge());
    } else if (!upload && hasNul(request)) {
      refuse(request, response, BodyRefused.unstorable());
    } else {
      pass(request, upload ? request : new BoundedBody(request, LARGEST_BODY), response, chain);
    }
  }

  private void pass(
      HttpServletRequest asked,
      HttpServletRequest bounded,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(bounded, response);
    } catch (IOException | ServletException | RuntimeException thrown) {
      var refused = BodyRefused.behind(thrown);
      if (refused == null || response.isCommitted()) throw thrown;
      refuse(asked, response, refused);
    }
  }

  // Reads the form, if there is one; the container bounds that.
  private static boolean hasNul(HttpServletRequest request) {
    return request.getParameterMap().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(value -> value.indexOf('\0') >= 0);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, BodyRefused refused)
      throws IOException {
    if (Problems.isApi(request)) {
      problems.send(request, response, refused.status(), refused.key());
    } else {
      response.sendError(refused.status());
    }
  }
}
