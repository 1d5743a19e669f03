package lu.aifactory.platform.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands before every page and REST method and denies by default: a method that declares neither [Needs] nor [Open] is
/// closed to all.
class Gate implements HandlerInterceptor {

  // The only handlers that are not ours: they tell nothing about anybody.
  private static final Set<String> FOREIGN =
      Set.of("org.springdoc.webmvc.api.OpenApiWebMvcResource");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) return true;
    if (FOREIGN.contains(method.getBeanType().getName())
        || method.hasMethodAnnotation(Open.class)) {
      return true;
    }
    var needs = method.getMethodAnnotation(Needs.class);
    if (needs == null) {
      throw new AccessDeniedException(method + " declares neither @Needs nor @Open");
    }
    if (!Caller.may(needs.value())) throw new AccessDeniedException(needs.value());
    return true;
  }
}
