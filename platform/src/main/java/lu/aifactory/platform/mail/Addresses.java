package lu.aifactory.platform.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

/// Addresses as a mail server takes them. A host name in other letters than ASCII is written in its own code; a name
/// before the `@` in other letters needs a server that knows them.
final class Addresses {

  private Addresses() {}

  static boolean isGood(String address) {
    try {
      parsed(address);
      return true;
    } catch (AddressException broken) {
      return false;
    }
  }

  static InternetAddress of(String address, String name) throws AddressException {
    var parsed = parsed(address);
    try {
      var shown = Lines.one(name);
      if (!shown.isEmpty()) parsed.setPersonal(shown, StandardCharsets.UTF_8.name());
      return parsed;
    } catch (UnsupportedEncodingException impossible) {
      throw new AssertionError("every Java has UTF-8", impossible);
    }
  }

  private static InternetAddress parsed(String address) throws AddressException {
    var at = address.lastIndexOf('@');
    if (at < 1 || !Lines.one(address).equals(address))
      throw new AddressException("Not an address", address);
    try {
      var host = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      var parsed = new InternetAddress(address.substring(0, at) + "@" + host, true);
      // Neither a group nor a name in brackets.
      if (!parsed.getAddress().equals(address.substring(0, at) + "@" + host))
        throw new AddressException("Not a bare address", address);
      return parsed;
    } catch (IllegalArgumentException noHost) {
      throw new AddressException("Not a host name", address);
    }
  }

  /// Whether only a server with SMTPUTF8 (RFC 6531) takes it.
  static boolean needsUtf8(String address) {
    return !StandardCharsets.US_ASCII
        .newEncoder()
        .canEncode(address.substring(0, Math.max(0, address.lastIndexOf('@'))));
  }
}
