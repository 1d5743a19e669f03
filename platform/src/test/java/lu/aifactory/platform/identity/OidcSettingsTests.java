package lu.aifactory.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/// The settings of the provider, and of passkeys.
class OidcSettingsTests {

  @Test
  void aHalfSetProviderStopsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("https://login.example.org", ""))
        .withMessageContaining("client-id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("http://login.example.org", "factory"))
        .withMessageContaining("https");
    assertThat(settings(null, "").issuer()).isNull();
  }

  @Test
  void aProviderThatIsAwayIsAskedOnlyWhenSomebodyWantsToGoThere() {
    // Nobody listens on this port.
    var discovery =
        new Discovery(
            settings("http://localhost:1", "factory"), new MockEnvironment(), new JsonMapper());
    assertThatExceptionOfType(ProviderAway.class)
        .isThrownBy(() -> discovery.findByRegistrationId(Discovery.ID));
  }

  @Test
  void passkeysAreBoundToThePublicAddressAndElseToThisMachine() {
    var none = new PasskeySettings(null, Set.of());
    var here = new MockEnvironment().withProperty("local.server.port", "9000");
    assertThat(none.relyingParty(here)).isEqualTo("localhost");
    assertThat(none.origins(here)).contains("http://localhost:9000");
    var there =
        new MockEnvironment()
            .withProperty("aifactory.factory.address", "https://factory.example.org:8443/");
    assertThat(none.relyingParty(there)).isEqualTo("factory.example.org");
    assertThat(none.origins(there)).containsExactly("https://factory.example.org:8443");
    var said = new PasskeySettings("example.org", Set.of("https://a.example.org"));
    assertThat(said.relyingParty(there)).isEqualTo("example.org");
    assertThat(said.origins(there)).containsExactly("https://a.example.org");
  }

  private static OidcSettings settings(@Nullable String issuer, String client) {
    return new OidcSettings(
        issuer == null ? null : URI.create(issuer), client, null, "Login", Set.of("openid"));
  }
}
