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

  private final SignIn signIn;
  private final PermissionTable permissions;

  PersonFilter(SignIn signIn, PermissionTable permissions) {
    this.signIn = signIn;
    this.permissions = permissions;
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
    // Not set on the holder's stored context: that would put the person into the session.
    person(request)
        .map(person -> PersonAuthentication.of(person, permissions))
        .ifPresentOrElse(
            authentication ->
                SecurityContextHolder.setContext(new SecurityContextImpl(authentication)),
            () -> SecurityContextHolder.setContext(new SecurityContextImpl()));
    chain.doFilter(request, response);
  }

  private Optional<Person> person(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BEARER)) {
      return signIn.byToken(header.substring(BEARER.length()).strip());
    }
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
