package lu.aifactory.platform.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Person;
import org.jspecify.annotations.Nullable;

/// To whom a letter goes, and in which language they read. The account is null for somebody who has none.
public record Addressee(@Nullable AccountId account, String address, String name, Locale language) {

  private static final Pattern INVENTED = Pattern.compile("(?i)[.](example|test|invalid)$");

  /// Somebody with an account.
  public static Addressee of(Person person) {
    return new Addressee(person.id(), person.email(), person.name(), person.language());
  }

  /// Whether it is below a name that no mail server ever has (RFC 2606): the people of the demonstration live there.
  boolean isInvented() {
    return INVENTED.matcher(address).find();
  }

  /// Whether a letter could be sent to this.
  public static boolean isAddress(String typed) {
    return typed.length() <= 254 && Addresses.isGood(typed);
  }

  /// An address without account; the name is not known.
  public static Addressee of(String address, Locale language) {
    return new Addressee(null, address, "", language);
  }
}
