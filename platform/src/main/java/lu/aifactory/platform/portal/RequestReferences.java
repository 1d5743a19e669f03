package lu.aifactory.platform.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request a reference that stands in its log lines, in its entries of the audit trail and on its error page.
@Component
@Order(RequestReferences.FIRST)
class RequestReferences extends OncePerRequestFilter {

  static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

  /// Its name in the log context, where the audit trail finds it.
  static final String NAME = "request";

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (var _ = MDC.putCloseable(NAME, Reference.of(request).text())) {
      chain.doFilter(request, response);
    }
  }
}
