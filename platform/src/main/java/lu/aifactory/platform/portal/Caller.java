package lu.aifactory.platform.portal;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// What Spring Security knows of the caller.
public final class Caller {

  private Caller() {}

  static Optional<Authentication> signedIn() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .filter(Authentication::isAuthenticated)
        .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken));
  }

  /// Whether somebody is signed in who holds the permission for something at all; an empty one is held by everybody.
  public static boolean may(String permission) {
    return signedIn().filter(authentication -> may(authentication, permission)).isPresent();
  }

  private static boolean may(Authentication authentication, String permission) {
    return permission.isEmpty()
        || authentication.getAuthorities().stream()
            .anyMatch(authority -> permission.equals(authority.getAuthority()));
  }
}
