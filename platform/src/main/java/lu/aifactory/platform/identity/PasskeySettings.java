package lu.aifactory.platform.identity;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/// For which name passkeys are made, and on which pages they may be used.
///
/// @param relyingParty the domain to which passkeys are bound; none for the host of the factory's public address, or
///     `localhost` where that is not set
/// @param origins from where sign-ins by passkey are taken; none for the public address, or this machine's own port
@ConfigurationProperties("aifactory.passkeys")
record PasskeySettings(@Nullable String relyingParty, @DefaultValue Set<String> origins) {

  private static final String ADDRESS = "aifactory.factory.address";

  /// The name to which passkeys are bound.
  String relyingParty(Environment environment) {
    if (relyingParty != null) return relyingParty;
    return address(environment).map(URI::getHost).orElse("localhost");
  }

  /// From where they are taken.
  Set<String> origins(Environment environment) {
    if (!origins.isEmpty()) return origins;
    var found = new LinkedHashSet<String>();
    address(environment).map(PasskeySettings::origin).ifPresent(found::add);
    if (found.isEmpty()) {
      // Known only once the server listens, where the port was left to the machine.
      var port =
          environment.getProperty(
              "local.server.port", environment.getProperty("server.port", "8080"));
      found.add("http://localhost:" + port);
      found.add("https://localhost:" + port);
    }
    return found;
  }

  private static Optional<URI> address(Environment environment) {
    return Optional.ofNullable(environment.getProperty(ADDRESS, URI.class))
        .filter(address -> address.getHost() != null);
  }

  private static String origin(URI address) {
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }
}
