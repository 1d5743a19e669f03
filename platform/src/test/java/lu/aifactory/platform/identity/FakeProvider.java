package lu.aifactory.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/// A provider of OpenID Connect: discovery, keys, and tokens for a code, a client secret and a PKCE verifier that fit
/// together. It can lie in every way in which a provider, or somebody between us, may.
public final class FakeProvider {

  static final String CLIENT = "factory";
  private static final String SECRET = "a secret: with+odd characters";
  private static final JsonMapper JSON = new JsonMapper();

  /// How an ID token is wrong.
  enum Lie {
    NONE,
    NONCE,
    NO_NONCE,
    AUDIENCE,
    ISSUER,
    EXPIRED,
    UNSIGNED,
    FOREIGN_KEY
  }

  /// Whom the provider has seen.
  record Seen(
      String subject,
      @Nullable String email,
      boolean emailVerified,
      List<String> methods,
      Instant at) {

    static Seen fresh() {
      return new Seen(UUID.randomUUID().toString(), null, false, List.of("pwd"), Instant.now());
    }

    Seen with(String address, boolean verified) {
      return new Seen(subject, address, verified, methods, at);
    }

    Seen at(Instant moment) {
      return new Seen(subject, email, emailVerified, methods, moment);
    }

    Seen by(String... proofs) {
      return new Seen(subject, email, emailVerified, List.of(proofs), at);
    }
  }

  private record Question(Map<String, String> asked, Seen seen, Lie lie) {}

  private static @Nullable FakeProvider shared;

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey foreign;
  private final Path secretFile;
  private final Map<String, Question> codes = new ConcurrentHashMap<>();
  final AtomicInteger calls = new AtomicInteger();

  private FakeProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("one").generate();
      foreign = new RSAKeyGenerator(2048).keyID("one").generate();
      secretFile = Files.createTempFile("aifactory-test", ".secret");
      Files.writeString(secretFile, SECRET + "\n");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException | JOSEException broken) {
      throw new IllegalStateException(broken);
    }
    server.createContext("/.well-known/openid-configuration", this::metadata);
    server.createContext("/keys", this::keys);
    server.createContext("/token", this::token);
    server.start();
  }

  /// The one that all tests share.
  public static synchronized FakeProvider shared() {
    if (shared == null) shared = new FakeProvider();
    return shared;
  }

  /// The settings by which the application knows it.
  public Map<String, Object> settings() {
    return Map.of(
        "aifactory.oidc.issuer",
        issuer(),
        "aifactory.oidc.client-id",
        CLIENT,
        "aifactory.oidc.client-secret-file",
        secretFile.toString(),
        "aifactory.oidc.name",
        "House of Logins");
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// Somebody signs in at the provider to whom the browser was sent; answers where it is sent back to.
  String signIn(String address, Seen seen, Lie lie) {
    var asked = UriComponentsBuilder.fromUri(URI.create(address)).build().getQueryParams();
    var question = new ConcurrentHashMap<String, String>();
    asked.forEach((name, values) -> question.put(name, decoded(values.getFirst())));
    if (!address.startsWith(issuer() + "/authorize")) throw new AssertionError(address);
    if (!CLIENT.equals(question.get("client_id"))) throw new AssertionError("whose client?");
    if (!"S256".equals(question.get("code_challenge_method"))) throw new AssertionError("no PKCE");
    var code = UUID.randomUUID().toString();
    codes.put(code, new Question(question, seen, lie));
    return UriComponentsBuilder.fromUriString(Objects.requireNonNull(question.get("redirect_uri")))
        .queryParam("code", code)
        .queryParam("state", "{state}")
        .encode()
        .buildAndExpand(question.get("state"))
        .toUriString();
  }

  private void metadata(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    answer(
        exchange,
        200,
        Map.of(
            "issuer", issuer(),
            "authorization_endpoint", issuer() + "/authorize",
            "token_endpoint", issuer() + "/token",
            "jwks_uri", issuer() + "/keys",
            "response_types_supported", List.of("code"),
            "subject_types_supported", List.of("public"),
            "token_endpoint_auth_methods_supported", List.of("client_secret_basic"),
            "id_token_signing_alg_values_supported", List.of("RS256")));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
  }

  private void token(HttpExchange exchange) throws IOException {
    var form =
        UriComponentsBuilder.newInstance()
            .query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
            .build()
            .getQueryParams()
            .toSingleValueMap();
    var question = codes.remove(form.getOrDefault("code", ""));
    var right =
        question != null
            && "authorization_code".equals(form.get("grant_type"))
            && decoded(form.getOrDefault("redirect_uri", ""))
                .equals(question.asked().get("redirect_uri"))
            && challenge(form.getOrDefault("code_verifier", ""))
                .equals(question.asked().get("code_challenge"))
            && knowsTheSecret(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!right || question == null) {
      answer(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    answer(
        exchange,
        200,
        Map.of(
            "access_token",
            UUID.randomUUID().toString(),
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            idToken(question)));
  }

  private static boolean knowsTheSecret(@Nullable String header) {
    if (header == null || !header.startsWith("Basic ")) return false;
    var pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    var colon = pair.indexOf(':');
    return decoded(pair.substring(0, colon)).equals(CLIENT)
        && decoded(pair.substring(colon + 1)).equals(SECRET);
  }

  private String idToken(Question question) {
    var lie = question.lie();
    var seen = question.seen();
    var end = Instant.now().plusSeconds(lie == Lie.EXPIRED ? -600 : 300);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(lie == Lie.ISSUER ? "https://elsewhere.example" : issuer())
            .subject(seen.subject())
            .audience(lie == Lie.AUDIENCE ? "another-client" : CLIENT)
            .issueTime(Date.from(end.minusSeconds(300)))
            .expirationTime(Date.from(end))
            .claim("auth_time", seen.at().getEpochSecond())
            .claim("amr", seen.methods())
            .claim("name", "Jeanne Baker")
            .claim("email", seen.email())
            .claim("email_verified", seen.emailVerified());
    if (lie != Lie.NO_NONCE) {
      claims.claim("nonce", lie == Lie.NONCE ? "another" : question.asked().get("nonce"));
    }
    if (lie == Lie.UNSIGNED) return new PlainJWT(claims.build()).serialize();
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build();
      var token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(lie == Lie.FOREIGN_KEY ? foreign : key));
      return token.serialize();
    } catch (JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String challenge(String verifier) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, Map<String, ?> body) {
    var bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
