package lu.aifactory.platform.identity;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A provider of OpenID Connect by whom people may sign in; none without an issuer.
///
/// @param name what stands on the button
/// @param clientSecretFile none for a client without secret, which proves itself by PKCE alone
@ConfigurationProperties("aifactory.oidc")
record OidcSettings(
    @Nullable URI issuer,
    @DefaultValue("") String clientId,
    @Nullable Path clientSecretFile,
    @DefaultValue("OpenID Connect") String name,
    @DefaultValue({"openid", "profile", "email"}) Set<String> scopes) {

  OidcSettings {
    if (issuer != null && clientId.isBlank()) {
      throw new IllegalArgumentException("aifactory.oidc.issuer needs aifactory.oidc.client-id");
    }
    if (issuer != null && !isSafe(issuer)) {
      throw new IllegalArgumentException(
          "aifactory.oidc.issuer is like https://login.example.org, not " + issuer);
    }
    if (!scopes.contains("openid")) {
      throw new IllegalArgumentException("aifactory.oidc.scopes must contain openid");
    }
  }

  // Plain HTTP is for a provider on the same machine.
  private static boolean isSafe(URI issuer) {
    return issuer.getHost() != null
        && ("https".equals(issuer.getScheme())
            || "http".equals(issuer.getScheme())
                && Set.of("localhost", "127.0.0.1").contains(issuer.getHost()));
  }
}
