package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// The settings for TLS of the operators' guide, with certificates that the test makes itself.
@SpringBootTest(classes = AiFactory.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {PlatformTest.Database.class, TlsTests.Tls.class})
@DirtiesContext
class TlsTests {

  private static final Path FOLDER = folder();
  private static final SelfSigned FIRST = SelfSigned.make();
  private static final Duration QUIET = Duration.ofMillis(500);

  // Of all tests here, because they share the application whose certificate one of them changes.
  private static final List<SelfSigned> TRUSTED = new ArrayList<>(List.of(FIRST));

  @LocalServerPort int port;

  /// The settings of the guide; the files are noticed a little sooner than by default.
  static final class Tls implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      FIRST.writeKeyTo(FOLDER);
      FIRST.writeCertificateTo(FOLDER);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "tls",
                  Map.of(
                      "spring.ssl.bundle.pem.web.keystore.certificate",
                      "file:" + certificate(),
                      "spring.ssl.bundle.pem.web.keystore.private-key",
                      "file:" + key(),
                      "spring.ssl.bundle.pem.web.keystore.verify-keys",
                      "true",
                      "spring.ssl.bundle.pem.web.reload-on-update",
                      "true",
                      "server.ssl.bundle",
                      "web",
                      "spring.ssl.bundle.watch.file.quiet-period",
                      QUIET.toString())));
    }

    private static Path certificate() {
      return FOLDER.resolve(SelfSigned.CERTIFICATE);
    }

    private static Path key() {
      return FOLDER.resolve(SelfSigned.KEY);
    }
  }

  @Test
  void speaksHttpsAndKeepsTheSessionToIt() throws Exception {
    var page = get("https");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Strict-Transport-Security"))
        .hasValueSatisfying(header -> assertThat(header).startsWith("max-age=31536000"));
    assertThat(page.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("AIFACTORY="))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
  }

  @Test
  void refusesPlainHttp() throws Exception {
    var plain = get("http");
    assertThat(plain.statusCode()).isEqualTo(400);
    assertThat(plain.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(plain.body()).doesNotContain("<form");
  }

  @Test
  void servesARenewedCertificateOnceKeyAndCertificateAreThere() throws Exception {
    var before = served();
    var renewed = SelfSigned.make();
    TRUSTED.add(renewed);
    renewed.writeKeyTo(FOLDER);
    Thread.sleep(QUIET.multipliedBy(4));
    assertThat(served()).as("with a key that does not fit").isEqualTo(before);

    renewed.writeCertificateTo(FOLDER);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!served().equals(renewed.certificate())) {
      assertThat(System.nanoTime()).as("the old certificate is still served").isLessThan(end);
      Thread.sleep(200);
    }
  }

  private X509Certificate served() throws Exception {
    var session = get("https").sslSession().orElseThrow();
    return (X509Certificate) session.getPeerCertificates()[0];
  }

  private HttpResponse<String> get(String scheme) throws Exception {
    var address = URI.create(scheme + "://localhost:" + port + "/sign-in");
    try (var client = HttpClient.newBuilder().sslContext(trusting(TRUSTED)).build()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }

  private static SSLContext trusting(List<SelfSigned> certificates) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (var one : certificates) {
      store.setCertificateEntry(one.certificate().getSerialNumber().toString(), one.certificate());
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("aifactory-tls");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
