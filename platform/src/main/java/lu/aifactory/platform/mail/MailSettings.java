package lu.aifactory.platform.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mail server of the factory. Without a host no letter is written at all.
///
/// @param tls `starttls` and `tls` speak to nobody in the clear; `auto` is `starttls` unless the server is this machine
/// @param sslBundle the name of a bundle below `spring.ssl.bundle` whose authorities are trusted instead of Java's
/// @param perMinute how many letters are tried in a minute, so that a pile does not look like an attack
/// @param giveUpAfter how old a letter may be when it is tried for the last time
/// @param keep how long it can be seen to whom a letter went
@ConfigurationProperties("aifactory.mail")
record MailSettings(
    @Nullable String host,
    @DefaultValue("587") int port,
    @Nullable String user,
    @Nullable Path passwordFile,
    @Nullable String from,
    @DefaultValue("auto") String tls,
    @Nullable String sslBundle,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("120") int perMinute,
    @DefaultValue("5d") Duration giveUpAfter,
    @DefaultValue("30d") Duration keep) {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  MailSettings {
    if (host != null && host.isBlank()) host = null;
    if (!Set.of("auto", "starttls", "tls", "none").contains(tls))
      throw wrong("tls is auto, starttls, tls or none, not " + tls);
    if (host != null && (from == null || !Addresses.isGood(from)))
      throw wrong("from is the address from which letters come; set one");
    if ((user == null) != (passwordFile == null))
      throw wrong("user and aifactory.mail.password-file belong together: set both or neither");
    if (host != null && user != null && tls.equals("none") && !HERE.contains(host))
      throw wrong("tls=none would send the password in the clear; use starttls or tls");
    if (perMinute < 1) throw wrong("per-minute is at least 1");
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("aifactory.mail." + what);
  }

  boolean tlsFromTheStart() {
    return tls.equals("tls");
  }

  /// Whether nothing is said to the server before the line is encrypted.
  boolean startTls() {
    return tls.equals("starttls") || (tls.equals("auto") && !(host != null && HERE.contains(host)));
  }
}
