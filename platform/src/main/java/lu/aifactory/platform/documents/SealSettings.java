package lu.aifactory.platform.documents;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The certificate that seals: a PKCS#12 file with one key and its chain, and a file with its password. Without them
/// a demo authority is made.
@ConfigurationProperties("aifactory.seal")
record SealSettings(@Nullable Path keystore, @Nullable Path passwordFile) {

  SealSettings {
    if ((keystore == null) != (passwordFile == null)) {
      throw new IllegalArgumentException(
          "aifactory.seal.keystore and aifactory.seal.password-file belong together: set both or neither");
    }
  }
}
