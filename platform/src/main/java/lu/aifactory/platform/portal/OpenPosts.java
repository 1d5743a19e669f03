package lu.aifactory.platform.portal;

import jakarta.servlet.http.HttpServletRequest;
import lu.aifactory.platform.shared.Open;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Knows, before a request reaches its handler, whether that one is open to everybody.
@Component
class OpenPosts {

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;

  OpenPosts(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  boolean isOne(HttpServletRequest request) {
    try {
      ServletRequestPathUtils.parseAndCache(request);
      var found = mapping.getObject().getHandler(request);
      return found != null
          && found.getHandler() instanceof HandlerMethod method
          && method.hasMethodAnnotation(Open.class);
    } catch (Exception fitsNone) {
      // The dispatcher finds the same out and says it properly.
      return false;
    }
  }
}
