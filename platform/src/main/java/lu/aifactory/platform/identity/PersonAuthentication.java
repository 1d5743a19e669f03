package lu.aifactory.platform.identity;

import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A person as Spring Security sees them: the authorities are the permissions held over something at all. It is made
/// afresh for every request, so a role that was taken away is gone at once; it never enters the session.
final class PersonAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Person person;

  private PersonAuthentication(Person person, Collection<? extends GrantedAuthority> authorities) {
    super(authorities);
    this.person = person;
    setAuthenticated(true);
  }

  static PersonAuthentication of(Person person, PermissionTable permissions) {
    var held = person.isSystem() ? permissions.rows().keySet() : permissions.permissionsOf(person);
    return new PersonAuthentication(
        person, held.stream().map(SimpleGrantedAuthority::new).toList());
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Person getPrincipal() {
    return person;
  }
}
