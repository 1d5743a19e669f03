package lu.aifactory.platform.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Takes the session away from the page that says that something of ours failed. A session is saved before a page is
/// sent, and where that was what failed, it would fail again and not even the apology would come.
@Configuration(proxyBeanMethods = false)
class ErrorsWithoutSession {

  // Where the filter of the sessions keeps the one that it has read.
  private static final String SESSION =
      SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".CURRENT_SESSION";

  @Bean
  FilterRegistrationBean<Filter> errorsWithoutSessionFilter() {
    var registration = new FilterRegistrationBean<Filter>(ErrorsWithoutSession::filter);
    registration.setDispatcherTypes(DispatcherType.ERROR);
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    return registration;
  }

  private static void filter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest failed && ErrorPages.failure(failed).isOurs()) {
      failed.removeAttribute(SESSION);
    }
    chain.doFilter(request, response);
  }
}
