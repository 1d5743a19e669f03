package lu.aifactory.platform.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Remembers which address of ours a request fits, for the log: in the address itself may stand the secret of a link.
final class Place implements HandlerInterceptor {

  private static final String NAME = Place.class.getName();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // The dispatch of an error page would put its own address over it.
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      request.setAttribute(
          NAME, request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
    return true;
  }

  static String of(HttpServletRequest request) {
    var pattern = request.getAttribute(NAME);
    return request.getMethod() + " " + (pattern == null ? "an address before its page" : pattern);
  }
}
