package lu.aifactory.platform.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/// The person for whom the present call runs.
@Component
public class CurrentPerson {

  private final PermissionTable permissions;

  CurrentPerson(PermissionTable permissions) {
    this.permissions = permissions;
  }

  /// The person who is signed in.
  ///
  /// @throws AccessDeniedException when nobody is
  public Person get() {
    return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
  }

  /// The person who is signed in, if anybody is.
  public Optional<Person> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Person person
        ? Optional.of(person)
        : Optional.empty();
  }

  /// Runs something as the system, which is named `system:<work>` in the audit trail: scheduled work, first start.
  public <T> T asSystem(String work, Supplier<T> action) {
    return as(Person.system(work), action);
  }

  /// Runs something as a person who has just proved who they are.
  <T> T as(Person person, Supplier<T> action) {
    var before = SecurityContextHolder.getContext();
    var context = new SecurityContextImpl(PersonAuthentication.of(person, permissions));
    SecurityContextHolder.setContext(context);
    try {
      return action.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
