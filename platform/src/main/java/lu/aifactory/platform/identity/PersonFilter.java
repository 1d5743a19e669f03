package lu.aifactory.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns what the request proves (a session's account id or a bearer token) into the person as they are now. Roles,
/// memberships and a disabled account so take effect with the next request.
final class PersonFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";
  private static final Pattern MADE_OF = Pattern.compile("\\.(css|js|svg|woff2)$");

  // Where somebody may be who has still to get a second factor.
  private static final Pattern ON_THE_WAY =
      Pattern.compile("/(account/(security|confirm)(/.*)?|sign-(in|out)(/.*)?|languages|error)");

  private final SignIn signIn;
  private final PermissionTable permissions;
  private final SecondFactorDuty duty;
  private final Sessions sessions;

  PersonFilter(
      SignIn signIn, PermissionTable permissions, SecondFactorDuty duty, Sessions sessions) {
    this.signIn = signIn;
    this.permissions = permissions;
    this.duty = duty;
    this.sessions = sessions;
  }

  // What pages are made of is for everybody: nobody has to be looked up for it, and so it also
  // comes
  // when the database does not.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return MADE_OF.matcher(request.getRequestURI()).find();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var person = person(request);
    if (person.isPresent() && isLedAway(person.get(), request)) {
      response.sendRedirect(request.getContextPath() + "/account/security/second-factor");
      return;
    }
    // Not set on the holder's stored context: that would put the person into the session.
    person
        .map(found -> PersonAuthentication.of(found, permissions))
        .ifPresentOrElse(
            authentication ->
                SecurityContextHolder.setContext(new SecurityContextImpl(authentication)),
            () -> SecurityContextHolder.setContext(new SecurityContextImpl()));
    chain.doFilter(request, response);
  }

  private boolean isLedAway(Person person, HttpServletRequest request) {
    return bearer(request).isEmpty()
        && duty.isOn(person)
        && !sessions.isStrong(request)
        && !ON_THE_WAY.matcher(request.getRequestURI()).matches();
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private Optional<Person> person(HttpServletRequest request) {
    var token = bearer(request);
    if (token.isPresent()) return signIn.byToken(token.get());
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .flatMap(PersonFilter::account)
        .flatMap(signIn::byAccount);
  }

  private static Optional<AccountId> account(Authentication authentication) {
    return authentication.getPrincipal() instanceof UserDetails user
        ? Optional.of(new AccountId(UUID.fromString(user.getUsername())))
        : Optional.empty();
  }
}
