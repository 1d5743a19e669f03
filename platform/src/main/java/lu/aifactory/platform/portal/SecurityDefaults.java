package lu.aifactory.platform.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What every security chain starts from: headers that let a page load nothing from elsewhere and run no script but
/// our own, and a page of its own for a form that was open too long.
@Configuration(proxyBeanMethods = false)
class SecurityDefaults {

  static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
          + " manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  @Bean
  Customizer<HeadersConfigurer<HttpSecurity>> headersOfEveryChain() {
    return headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(
                policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
  }

  @Bean
  Customizer<ExceptionHandlingConfigurer<HttpSecurity>> expiredForms() {
    return exceptions ->
        exceptions.accessDeniedHandler((request, response, denied) -> {
          if (denied instanceof CsrfException) request.setAttribute(ErrorPages.EXPIRED, true);
          response.sendError(HttpStatus.FORBIDDEN.value());
        });
  }
}
