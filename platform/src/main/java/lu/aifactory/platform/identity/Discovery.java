package lu.aifactory.platform.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the provider says of itself, asked when somebody first wants to go there: neither a start nor a sign-in by other
/// means waits for it.
@Component
class Discovery implements ClientRegistrationRepository {

  static final String ID = "provider";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final OidcSettings settings;
  private final Environment environment;
  private final JsonMapper json;
  private volatile @Nullable ClientRegistration registration;

  Discovery(OidcSettings settings, Environment environment, JsonMapper json) {
    this.settings = settings;
    this.environment = environment;
    this.json = json;
  }

  /// @throws ProviderAway when it cannot be reached
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return settings.issuer() == null || !id.equals(ID) ? null : registration(settings.issuer());
  }

  private synchronized ClientRegistration registration(URI issuer) {
    var known = registration;
    if (known != null) return known;
    try {
      var metadata = metadata(issuer);
      // Else one provider could speak for another (OpenID Connect Discovery 1.0, 4.3).
      if (!issuer.toString().equals(metadata.get("issuer"))) {
        throw new ProviderAway(issuer + " calls itself " + metadata.get("issuer"));
      }
      return registration = described(metadata);
    } catch (IOException | JacksonException | IllegalArgumentException broken) {
      throw new ProviderAway("What " + issuer + " says of itself cannot be read", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ProviderAway("Stopped while asking " + issuer, stopped);
    }
  }

  private Map<String, Object> metadata(URI issuer) throws IOException, InterruptedException {
    var base = issuer.toString().replaceFirst("/$", "");
    var request =
        HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
            .timeout(PATIENCE)
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new ProviderAway(issuer + " answered " + answer.statusCode());
      }
      return json.readValue(answer.body(), MAP);
    }
  }

  private ClientRegistration described(Map<String, Object> metadata) throws IOException {
    var described =
        ClientRegistrations.fromOidcConfiguration(metadata)
            .registrationId(ID)
            .clientId(settings.clientId())
            .clientName(settings.name())
            .scope(settings.scopes())
            .redirectUri(here() + "/sign-in/back")
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build());
    var secret = settings.clientSecretFile();
    if (secret == null) {
      described.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    } else {
      described.clientSecret(Files.readString(secret).strip());
    }
    return described.build();
  }

  private String here() {
    var address = environment.getProperty("aifactory.factory.address", "").replaceFirst("/+$", "");
    return address.isEmpty() ? "{baseUrl}" : address;
  }
}
