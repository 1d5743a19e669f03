package lu.aifactory.platform.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.platform.shared.SecretFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// AES-256-GCM around the secrets of one-time codes, which cannot be kept as digests. The key lies in a file of the home,
/// so a stolen database makes nobody's codes; each secret is bound to its account.
@Component
class SignInSeal {

  private record Key(Aead aead, byte[] material) {}

  private final Home home;
  private volatile @Nullable Key key;

  SignInSeal(Home home) {
    this.home = home;
  }

  byte[] seal(AccountId account, byte[] secret) {
    try {
      return key().aead().encrypt(secret, bound(account));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// @throws IllegalStateException when it was changed, belongs to somebody else, or the key is another one
  byte[] open(AccountId account, byte[] sealed) {
    try {
      return key().aead().decrypt(sealed, bound(account));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("A secret does not open with sign-in.keyset", broken);
    }
  }

  /// Bytes that are always the same for a text and that nobody else can work out.
  byte[] unguessable(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key().material(), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static byte[] bound(AccountId account) {
    return ("second factor of " + account.value()).getBytes(StandardCharsets.UTF_8);
  }

  // Read when it is first needed: most starts need it never.
  private synchronized Key key() {
    var known = key;
    if (known != null) return known;
    try {
      var config = AeadConfig2026.get();
      var file = new SecretFile(home.keys().resolve("sign-in.keyset"));
      var keyset = file.exists() ? file.read() : file.createOrRead(fresh());
      var handle =
          TinkJsonProtoKeysetFormat.parseKeyset(
              new String(keyset, StandardCharsets.UTF_8), config, InsecureSecretKeyAccess.get());
      return key = new Key(handle.getPrimitive(config, Aead.class), keyset);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static byte[] fresh() throws GeneralSecurityException {
    var config = AeadConfig2026.get();
    var made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, config);
    return TinkJsonProtoKeysetFormat.serializeKeyset(made, config, InsecureSecretKeyAccess.get())
        .getBytes(StandardCharsets.UTF_8);
  }
}
