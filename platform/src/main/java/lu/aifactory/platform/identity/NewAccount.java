package lu.aifactory.platform.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lu.aifactory.platform.shared.Fault;

/// What somebody types to get an account.
public record NewAccount(String email, String name, String language, String password) {

  static final Set<String> LANGUAGES = Set.of("en", "fr", "de", "lb");

  // Deliberately loose: only the mail server knows which addresses exist.
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

  /// What is wrong with it, if anything.
  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    emailFault("email", email).ifPresent(faults::add);
    if (name.isBlank() || name.length() > 200) {
      faults.add(new Fault("name", "identity.fault.name"));
    }
    if (!LANGUAGES.contains(language)) {
      faults.add(new Fault("language", "identity.fault.language"));
    }
    faults.addAll(Passwords.faults("password", password, email));
    return faults;
  }

  static Optional<Fault> emailFault(String field, String email) {
    return email.length() <= 254 && EMAIL.matcher(email.strip()).matches()
        ? Optional.empty()
        : Optional.of(new Fault(field, "identity.fault.email"));
  }

  /// Leaves the password out, so that it never reaches a log.
  @Override
  public String toString() {
    return "NewAccount[" + email + "]";
  }
}
