package lu.aifactory.platform.identity;

import java.time.Clock;
import lu.aifactory.platform.audit.AuditTrail;
import lu.aifactory.platform.shared.Facade;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// Sessions for pages, bearer tokens for REST, and the guard on every façade.
///
/// The chains let every request through to the handlers: whether a handler may be called is declared on it and
/// enforced, deny by default, by the portal's gate; whether it may touch this very thing, by the guard.
@Configuration
// The transaction is the outer advice, so that the guard's entry commits with the change.
@EnableTransactionManagement(order = SecurityConfiguration.TRANSACTION)
class SecurityConfiguration {

  static final int TRANSACTION = 100;

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      SignIn signIn,
      PermissionTable permissions,
      SecondFactorDuty duty,
      Sessions sessions) {
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable()) // bearer tokens are not sent by browsers on their own
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .requestCache(cache -> cache.disable())
        .addFilterAfter(
            new PersonFilter(signIn, permissions, duty, sessions),
            SecurityContextHolderFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      SignIn signIn,
      PermissionTable permissions,
      SecondFactorDuty duty,
      Sessions sessions) {
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/actuator/health/**", "/actuator/info")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAuthority("operations:read")
                .anyRequest()
                .permitAll())
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
        .addFilterAfter(
            new PersonFilter(signIn, permissions, duty, sessions),
            SecurityContextHolderFilter.class)
        .build();
  }

  /// Nobody comes in by Spring Security's own ways: they would not ask for the second factor.
  @Bean
  AuthenticationManager nobody() {
    return _ -> {
      throw new BadCredentialsException("sign-ins go through the sign-in page");
    };
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DefaultPointcutAdvisor facadeGuard(
      ObjectProvider<TenantOf<?>> tenants,
      ObjectProvider<Access> access,
      ObjectProvider<CurrentPerson> current,
      ObjectProvider<AuditTrail> trail) {
    var advisor =
        new DefaultPointcutAdvisor(
            new AnnotationMatchingPointcut(Facade.class, true),
            new Guard(tenants, access, current, trail));
    advisor.setOrder(TRANSACTION + 1);
    return advisor;
  }
}
