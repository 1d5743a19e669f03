package lu.aifactory.platform.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Takes the session away from the page that says that something of ours failed. A session is read when the page asks
/// who is there and saved before it is sent, and where that was what failed, it would fail again and not even the
/// apology would come. A page that is on its way already is not cut off because its session could not be saved.
@Configuration(proxyBeanMethods = false)
class ErrorsWithoutSession {

  private static final Logger log = LoggerFactory.getLogger(ErrorsWithoutSession.class);

  // Where the filter of the sessions keeps the one that it has read.
  private static final String SESSION =
      SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".CURRENT_SESSION";

  @Bean
  FilterRegistrationBean<Filter> errorsWithoutSessionFilter() {
    var registration = new FilterRegistrationBean<Filter>(ErrorsWithoutSession::filter);
    registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    return registration;
  }

  private static void filter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR
        && request instanceof HttpServletRequest failed
        && ErrorPages.failure(failed).isOurs()) {
      failed.removeAttribute(SESSION);
      chain.doFilter(new WithoutCookie(failed), response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException away) {
      if (!response.isCommitted() || Failure.of(away).status() != 503) throw away;
      log.warn("The session of a page that was sent is not saved: {}", away.getMessage());
    }
  }

  /// The request without the cookie that names its session; the language stays.
  private static final class WithoutCookie extends HttpServletRequestWrapper {

    private final String name;

    WithoutCookie(HttpServletRequest request) {
      super(request);
      this.name = request.getServletContext().getSessionCookieConfig().getName();
    }

    @Override
    public Cookie @Nullable [] getCookies() {
      var cookies = super.getCookies();
      return cookies == null
          ? null
          : Stream.of(cookies)
              .filter(cookie -> !cookie.getName().equals(name))
              .toArray(Cookie[]::new);
    }
  }
}
