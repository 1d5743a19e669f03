package lu.aifactory.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import lu.aifactory.platform.shared.Home;
import org.springframework.stereotype.Component;

/// Puts content into envelopes and takes it out again. What is not yet in the database lies in a file of the home, and
/// only encrypted.
@Component
class Packing {

  private final Envelopes envelopes;
  private final Shelf shelf;
  private final Path folder;

  Packing(Envelopes envelopes, Shelf shelf, Home home) {
    this.envelopes = envelopes;
    this.shelf = shelf;
    this.folder = home.folder("envelopes");
  }

  /// An envelope in a file, and what is known of the content in it.
  record Packed(Path file, long envelopeSize, long size, String sha256) implements AutoCloseable {

    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Packed pack(DocumentId id, Upload.Content content) {
    try {
      var file = Files.createTempFile(folder, "packing-", ".envelope");
      var digest = MessageDigest.getInstance("SHA-256");
      long size;
      try (var from = new DigestInputStream(content.open(), digest);
          var to = envelopes.sealing(id, Files.newOutputStream(file))) {
        size = from.transferTo(to);
      }
      return new Packed(file, Files.size(file), size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  InputStream unpacked(DocumentId id) {
    try {
      return envelopes.opening(id, shelf.envelope(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The whole content, or nothing when it is not what was stored.
  Optional<byte[]> whole(Document document) {
    try (var content = unpacked(document.id())) {
      var bytes = content.readAllBytes();
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Arrays.equals(digest, HexFormat.of().parseHex(document.sha256()))
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IOException tampered) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
