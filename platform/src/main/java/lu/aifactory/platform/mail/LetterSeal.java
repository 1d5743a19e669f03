package lu.aifactory.platform.mail;

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
import lu.aifactory.platform.shared.Home;
import lu.aifactory.platform.shared.SecretFile;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// AES-256-GCM around what a waiting letter says, bound to its id. The key lies in a file of the home, so that no copy
/// of the database lets anybody in.
@Component
class LetterSeal {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Aead aead;

  LetterSeal(Home home) throws IOException, GeneralSecurityException {
    var config = AeadConfig2026.get();
    var file = new SecretFile(home.keys().resolve("mail.keyset"));
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

  byte[] seal(LetterId id, Letter letter) {
    try {
      return aead.encrypt(JSON.writeValueAsBytes(letter), bound(id));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// @throws Unreadable when it was changed, or sealed with another key
  Letter open(LetterId id, byte[] sealed) throws Unreadable {
    try {
      return JSON.readValue(aead.decrypt(sealed, bound(id)), Letter.class);
    } catch (GeneralSecurityException | JacksonException broken) {
      throw new Unreadable(broken);
    }
  }

  /// A letter that does not open any more, for example after its key was lost.
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(Exception cause) {
      super("The letter does not open with mail.keyset", cause);
    }
  }

  private static byte[] bound(LetterId id) {
    return id.value().toString().getBytes(StandardCharsets.UTF_8);
  }
}
