package lu.aifactory.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import lu.aifactory.platform.portal.Factory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Settings that cannot work are refused at the start, in words that say which.
class MailSettingsTests {

  @ParameterizedTest
  @CsvSource({
    "smtp.example.org, auto, true, false",
    "smtp.example.org, starttls, true, false",
    "smtp.example.org, tls, false, true",
    "smtp.example.org, none, false, false",
    "localhost, auto, false, false",
    "127.0.0.1, auto, false, false",
    "localhost, starttls, true, false"
  })
  void aServerElsewhereIsSpokenToEncryptedUnlessSaidOtherwise(
      String host, String tls, boolean startTls, boolean tlsFromTheStart) {
    var settings = settings(host, "factory@example.org", null, tls);
    assertThat(settings.startTls()).isEqualTo(startTls);
    assertThat(settings.tlsFromTheStart()).isEqualTo(tlsFromTheStart);
  }

  @Test
  void whatCannotWorkIsNamed() {
    assertThatThrownBy(() -> settings("smtp.example.org", null, null, "auto"))
        .hasMessageContaining("aifactory.mail.from");
    assertThatThrownBy(() -> settings("smtp.example.org", "a b@x", null, "auto"))
        .hasMessageContaining("aifactory.mail.from");
    assertThatThrownBy(() -> settings("smtp.example.org", "a@example.org", null, "maybe"))
        .hasMessageContaining("aifactory.mail.tls");
    assertThatThrownBy(() -> settings("smtp.example.org", "a@example.org", "me", "none"))
        .hasMessageContaining("in the clear");
  }

  @ParameterizedTest
  @CsvSource({
    "a@factory.example, true",
    "a@b.TEST, true",
    "a@example.org, false",
    "a@example, false"
  })
  void nobodyWritesToThePeopleOfTheDemonstration(String address, boolean invented) {
    assertThat(Addressee.of(address, java.util.Locale.ENGLISH).isInvented()).isEqualTo(invented);
  }

  @Test
  void withoutAHostNothingIsAsked() {
    assertThat(settings(" ", null, null, "auto").host()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "factory.example.org",
        "ftp://factory.example.org",
        "https://user@factory.example.org",
        "https://factory.example.org/?x=1",
        "https:///path"
      })
  void anAddressOfTheFactoryIsAWebAddress(String address) {
    assertThatThrownBy(() -> new Factory(null, URI.create(address)))
        .hasMessageContaining("aifactory.factory.address");
  }

  @ParameterizedTest
  @CsvSource({
    "https://f.example.org, /a/b?c=d#e, https://f.example.org/a/b?c=d#e",
    "https://f.example.org/, /a, https://f.example.org/a",
    "https://example.org/ai, /a, https://example.org/ai/a",
    "https://f.example.org, https://evil.example/a?t=1, https://f.example.org/a?t=1",
    "https://f.example.org, //evil.example/a, https://f.example.org/a"
  })
  void onlyTheWayWithinALinkCounts(String address, String link, String whole) {
    assertThat(new Factory(null, URI.create(address)).at(link)).isEqualTo(whole);
  }

  private static MailSettings settings(
      String host, @Nullable String from, @Nullable String user, String tls) {
    return new MailSettings(
        host,
        587,
        user,
        user == null ? null : Path.of("password"),
        from,
        tls,
        null,
        Duration.ofSeconds(30),
        120,
        Duration.ofDays(5),
        Duration.ofDays(30));
  }
}
