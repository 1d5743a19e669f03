package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// The provider of OpenID Connect: sends somebody there, and reads what it says about them. Signature, issuer, audience,
/// times, nonce and state are checked by Spring Security; what this room adds is to believe nothing but the subject.
@Component
class Provider {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OidcSettings settings;
  private final Discovery discovery;
  private @Nullable OidcAuthorizationCodeAuthenticationProvider checks;

  Provider(OidcSettings settings, Discovery discovery) {
    this.settings = settings;
    this.discovery = discovery;
  }

  /// What stands on the button, if there is a provider.
  Optional<String> name() {
    return settings.issuer() == null ? Optional.empty() : Optional.of(settings.name());
  }

  /// What the browser is to ask the provider.
  ///
  /// @param again whether somebody must prove themselves there even if they have done so before
  /// @throws ProviderAway when it cannot be reached
  Optional<OAuth2AuthorizationRequest> asks(HttpServletRequest request, boolean again) {
    var asked =
        new DefaultOAuth2AuthorizationRequestResolver(discovery).resolve(request, Discovery.ID);
    if (asked == null) return Optional.empty();
    return Optional.of(
        again
            ? OAuth2AuthorizationRequest.from(asked)
                .additionalParameters(
                    more -> more.putAll(Map.of("prompt", "login", "max_age", "0")))
                .build()
            : asked);
  }

  /// Whom the provider has seen, by what the browser brought back.
  ///
  /// @throws OAuth2AuthenticationException when anything about the answer is not right
  /// @throws ProviderAway when the provider cannot be reached
  KnownOutside answers(HttpServletRequest request, OAuth2AuthorizationRequest asked) {
    var registration = discovery.findByRegistrationId(Discovery.ID);
    if (registration == null) throw new ProviderAway("there is no provider");
    var exchange = new OAuth2AuthorizationExchange(asked, response(request, asked));
    var proved = checks().authenticate(new OAuth2LoginAuthenticationToken(registration, exchange));
    if (proved == null || !(proved.getPrincipal() instanceof OidcUser user)) {
      throw new OAuth2AuthenticationException("no_id_token");
    }
    return known(user.getIdToken());
  }

  private static OAuth2AuthorizationResponse response(
      HttpServletRequest request, OAuth2AuthorizationRequest asked) {
    var code = request.getParameter("code");
    var answer =
        code == null
            ? OAuth2AuthorizationResponse.error(text(request, "error", "no_code"))
            : OAuth2AuthorizationResponse.success(code);
    return answer
        .state(text(request, "state", ""))
        .redirectUri(Objects.requireNonNullElse(asked.getRedirectUri(), ""))
        .build();
  }

  private static String text(HttpServletRequest request, String name, String otherwise) {
    var given = request.getParameter(name);
    return given == null || given.isBlank() ? otherwise : given;
  }

  private static KnownOutside known(OidcIdToken token) {
    var subject = token.getSubject();
    var issuer = token.getIssuer();
    if (subject == null || issuer == null) throw new OAuth2AuthenticationException("no_subject");
    var name = first(token.getFullName(), token.getPreferredUsername(), "");
    var verified = Boolean.TRUE.equals(token.getEmailVerified()) ? token.getEmail() : null;
    var methods = token.getAuthenticationMethods();
    return new KnownOutside(
        issuer.toString(),
        subject,
        name,
        first(verified, name, subject),
        methods != null && methods.contains("mfa"),
        token.getAuthenticatedAt());
  }

  private static String first(@Nullable String... texts) {
    for (var text : texts) {
      if (text != null && !text.isBlank()) return text;
    }
    return "";
  }

  private synchronized OidcAuthorizationCodeAuthenticationProvider checks() {
    if (checks == null) {
      checks =
          new OidcAuthorizationCodeAuthenticationProvider(
              tokens(),
              // The token says who it is; nothing more is asked for.
              asked -> new DefaultOidcUser(Set.of(), asked.getIdToken()));
      var decoders = new OidcIdTokenDecoderFactory();
      decoders.setJwsAlgorithmResolver(Provider::algorithm);
      checks.setJwtDecoderFactory(decoders);
    }
    return checks;
  }

  private static RestClientAuthorizationCodeTokenResponseClient tokens() {
    var requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(PATIENCE);
    requests.setReadTimeout(PATIENCE);
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(converters ->
                converters
                    .disableDefaults()
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  // RS256, which every provider must offer, unless this one says that it signs otherwise.
  private static JwsAlgorithm algorithm(ClientRegistration registration) {
    var offered =
        registration
            .getProviderDetails()
            .getConfigurationMetadata()
            .get("id_token_signing_alg_values_supported");
    if (!(offered instanceof List<?> names) || names.contains("RS256")) {
      return SignatureAlgorithm.RS256;
    }
    return names.stream()
        .map(name -> SignatureAlgorithm.from(String.valueOf(name)))
        .filter(found -> found != null)
        .findFirst()
        .orElse(SignatureAlgorithm.RS256);
  }

  /// Whether somebody proved themselves at the provider a short while ago.
  static boolean isFresh(KnownOutside known, Instant now) {
    return known.seenAt() != null && known.seenAt().plus(PATIENCE.multipliedBy(60)).isAfter(now);
  }
}
