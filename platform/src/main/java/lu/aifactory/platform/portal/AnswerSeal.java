package lu.aifactory.platform.portal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.platform.shared.SecretFile;
import org.springframework.stereotype.Component;

/// AES-256-GCM around what is kept of a request and its answer. An answer may hold a token or a link that is shown only
/// once, and from the digest of a request somebody could guess the password in it; so neither lies open in the database
/// or its backups. The key lies in a file of the home, and what is sealed is bound to the caller and their key.
@Component
class AnswerSeal {

  private static final int DIGEST = 32;

  private final Aead aead;

  AnswerSeal(Home home) throws IOException, GeneralSecurityException {
    var config = AeadConfig2026.get();
    var file = new SecretFile(home.keys().resolve("answers.keyset"));
    var keyset = file.exists() ? file.read() : file.createOrRead(fresh(config));
    aead =
        TinkJsonProtoKeysetFormat.parseKeyset(
                new String(keyset, StandardCharsets.UTF_8), config, InsecureSecretKeyAccess.get())
            .getPrimitive(config, Aead.class);
  }

  private static byte[] fresh(Configuration config) throws GeneralSecurityException {
    var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, config);
    return TinkJsonProtoKeysetFormat.serializeKeyset(key, config, InsecureSecretKeyAccess.get())
        .getBytes(StandardCharsets.UTF_8);
  }

  /// What is opened again.
  record Opened(byte[] digest, byte[] body) {}

  byte[] seal(AnsweredRequests.Asked asked, byte[] body) {
    var content = Arrays.copyOf(asked.digest(), DIGEST + body.length);
    System.arraycopy(body, 0, content, DIGEST, body.length);
    try {
      return aead.encrypt(content, bound(asked));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// @throws IllegalStateException when it was changed, belongs to somebody else, or the key is another one
  Opened open(AnsweredRequests.Asked asked, byte[] sealed) {
    try {
      var content = aead.decrypt(sealed, bound(asked));
      return new Opened(
          Arrays.copyOf(content, DIGEST), Arrays.copyOfRange(content, DIGEST, content.length));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("A kept answer does not open with answers.keyset", broken);
    }
  }

  private static byte[] bound(AnsweredRequests.Asked asked) {
    return (asked.caller() + "\n" + asked.key()).getBytes(StandardCharsets.UTF_8);
  }
}
