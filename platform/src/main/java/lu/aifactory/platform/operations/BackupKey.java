package lu.aifactory.platform.operations;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/// The key of backups: a file of its own, which belongs anywhere but beside them.
record BackupKey(KeysetHandle handle) {

  static BackupKey fresh() throws GeneralSecurityException {
    return new BackupKey(
        KeysetHandle.generateNew(
            PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, StreamingAeadConfig2026.get()));
  }

  static BackupKey read(Path file) throws IOException {
    try {
      return new BackupKey(
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file),
              StreamingAeadConfig2026.get(),
              InsecureSecretKeyAccess.get()));
    } catch (NoSuchFileException missing) {
      throw new Halt("The key " + file + " is not there: name it with --key FILE.", missing);
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new Halt("The file " + file + " is no key of a backup.", unreadable);
    }
  }

  void write(Path file) throws IOException, GeneralSecurityException {
    var text =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            handle, StreamingAeadConfig2026.get(), InsecureSecretKeyAccess.get());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Durable.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Tells one key from another and nothing about the key.
  int number() {
    return handle.getPrimary().getId();
  }

  StreamingAead cipher() throws GeneralSecurityException {
    return handle.getPrimitive(StreamingAeadConfig2026.get(), StreamingAead.class);
  }
}
