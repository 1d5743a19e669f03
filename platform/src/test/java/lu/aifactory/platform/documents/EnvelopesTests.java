package lu.aifactory.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.UUID;
import lu.aifactory.platform.shared.SecretFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTests {

  @TempDir Path home;

  private Envelopes envelopes() throws Exception {
    return Envelopes.open(new SecretFile(home.resolve("documents.keyset")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, (1 << 20) - 1, 1 << 20, 3_000_001})
  void givesBackWhatWasPutIn(int size) throws Exception {
    var content = new byte[size];
    new Random(size).nextBytes(content);
    var id = new DocumentId(UUID.randomUUID());

    var envelope = sealed(envelopes(), id, content);

    assertThat(opened(envelopes(), id, envelope)).isEqualTo(content);
    assertThat(envelope.length).isGreaterThan(size);
  }

  @Test
  void refusesTheEnvelopeOfAnotherDocument() throws Exception {
    var envelope = sealed(envelopes(), new DocumentId(UUID.randomUUID()), "secret".getBytes());

    assertThatThrownBy(() -> opened(envelopes(), new DocumentId(UUID.randomUUID()), envelope))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesAChangedOrShortenedEnvelope() throws Exception {
    var id = new DocumentId(UUID.randomUUID());
    var envelope = sealed(envelopes(), id, new byte[100_000]);
    var changed = envelope.clone();
    changed[50_000] ^= 1;

    assertThatThrownBy(() -> opened(envelopes(), id, changed)).isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> opened(envelopes(), id, java.util.Arrays.copyOf(envelope, envelope.length - 1)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void readsOldEnvelopesAfterRotation() throws Exception {
    var id = new DocumentId(UUID.randomUUID());
    var envelopes = envelopes();
    var old = sealed(envelopes, id, "before".getBytes());

    envelopes.rotate();
    var fresh = sealed(envelopes, id, "after".getBytes());

    var reopened = envelopes();
    assertThat(reopened.numberOfKeys()).isEqualTo(2);
    assertThat(opened(reopened, id, old)).isEqualTo("before".getBytes());
    assertThat(opened(reopened, id, fresh)).isEqualTo("after".getBytes());
  }

  @Test
  void keepsItsKeysPrivate() throws Exception {
    envelopes();

    var permissions = Files.getPosixFilePermissions(home.resolve("documents.keyset"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    try (var files = Files.list(home)) {
      assertThat(files).hasSize(1);
    }
  }

  private static byte[] sealed(Envelopes envelopes, DocumentId id, byte[] content)
      throws Exception {
    var envelope = new ByteArrayOutputStream();
    try (var out = envelopes.sealing(id, envelope)) {
      out.write(content);
    }
    return envelope.toByteArray();
  }

  private static byte[] opened(Envelopes envelopes, DocumentId id, byte[] envelope)
      throws Exception {
    try (var in = envelopes.opening(id, new ByteArrayInputStream(envelope))) {
      return in.readAllBytes();
    }
  }
}
