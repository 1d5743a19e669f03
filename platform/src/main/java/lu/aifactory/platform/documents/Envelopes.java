package lu.aifactory.platform.documents;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import lu.aifactory.platform.shared.SecretFile;

/// AES-256-GCM envelopes around documents. The keys lie in a file outside the database, and each envelope is bound
/// to the id of its document, so that swapping two rows is noticed.
final class Envelopes {

  private final SecretFile file;
  private final AtomicReference<KeysetHandle> keys;

  private Envelopes(SecretFile file, KeysetHandle keys) {
    this.file = file;
    this.keys = new AtomicReference<>(keys);
  }

  /// Reads the keys, or makes the first one.
  static Envelopes open(SecretFile file) throws IOException, GeneralSecurityException {
    var tink = StreamingAeadConfig2026.get();
    byte[] keyset =
        file.exists()
            ? file.read()
            : file.createOrRead(
                written(
                    KeysetHandle.generateNew(
                        PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, tink)));
    var text = new String(keyset, StandardCharsets.UTF_8);
    return new Envelopes(
        file, TinkJsonProtoKeysetFormat.parseKeyset(text, tink, InsecureSecretKeyAccess.get()));
  }

  private static byte[] written(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
            keys, StreamingAeadConfig2026.get(), InsecureSecretKeyAccess.get())
        .getBytes(StandardCharsets.UTF_8);
  }

  /// Adds a key and uses it from now on. Envelopes under the older keys stay readable.
  synchronized void rotate() throws IOException, GeneralSecurityException {
    var entry =
        KeysetHandle.generateEntryFromParameters(
                PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB)
            .withRandomId()
            .makePrimary();
    var rotated =
        KeysetHandle.newBuilder(keys.get())
            .setConfiguration(StreamingAeadConfig2026.get())
            .addEntry(entry)
            .build();
    file.replace(written(rotated));
    keys.set(rotated);
  }

  int numberOfKeys() {
    return keys.get().size();
  }

  OutputStream sealing(DocumentId id, OutputStream envelope)
      throws IOException, GeneralSecurityException {
    return aead().newEncryptingStream(envelope, bound(id));
  }

  /// The content; reading it throws an [IOException] when the envelope was changed or belongs to another document.
  InputStream opening(DocumentId id, InputStream envelope)
      throws IOException, GeneralSecurityException {
    return aead().newDecryptingStream(envelope, bound(id));
  }

  private StreamingAead aead() throws GeneralSecurityException {
    return keys.get().getPrimitive(StreamingAeadConfig2026.get(), StreamingAead.class);
  }

  private static byte[] bound(DocumentId id) {
    return ByteBuffer.allocate(16)
        .putLong(id.value().getMostSignificantBits())
        .putLong(id.value().getLeastSignificantBits())
        .array();
  }
}
