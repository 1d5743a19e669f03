package lu.aifactory.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import lu.aifactory.platform.shared.Home;
import org.springframework.stereotype.Component;

/// Puts content into envelopes and takes it out again. What is not yet in the database lies in a file of the home, and
/// only encrypted.
@Component
class Packing {

  private static final String PREFIX = "packing-";
  private static final Duration ABANDONED = Duration.ofHours(6);

  private final Envelopes envelopes;
  private final Shelf shelf;
  private final Path folder;

  Packing(Envelopes envelopes, Shelf shelf, Home home, Clock clock) throws IOException {
    this.envelopes = envelopes;
    this.shelf = shelf;
    this.folder = home.folder("envelopes");
    sweep(clock.instant().minus(ABANDONED));
  }

  // What a crash left. Another replica may be packing in the same folder, so what is young stays.
  private void sweep(Instant before) throws IOException {
    try (var left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (var file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
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
      var file = Files.createTempFile(folder, PREFIX, ".envelope");
      var packed = false;
      try {
        var result = packed(id, content, file);
        packed = true;
        return result;
      } finally {
        if (!packed) Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Packed packed(DocumentId id, Upload.Content content, Path file)
      throws IOException, GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    long size;
    try (var from = new DigestInputStream(content.open(), digest);
        var to = envelopes.sealing(id, Files.newOutputStream(file))) {
      size = from.transferTo(to);
    }
    return new Packed(file, Files.size(file), size, HexFormat.of().formatHex(digest.digest()));
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

  /// Whether the content is what was stored; it is read piece by piece.
  boolean isUnchanged(Document document) {
    return read(document, content -> content.transferTo(OutputStream.nullOutputStream()))
        .isPresent();
  }

  /// The whole content, or nothing when it is not what was stored.
  Optional<byte[]> whole(Document document) {
    return read(document, InputStream::readAllBytes);
  }

  private interface Reader<T> {
    T from(InputStream content) throws IOException;
  }

  private <T> Optional<T> read(Document document, Reader<T> reader) {
    try (var envelope = unpacked(document.id())) {
      var digest = MessageDigest.getInstance("SHA-256");
      var read = reader.from(new DigestInputStream(envelope, digest));
      return Arrays.equals(digest.digest(), HexFormat.of().parseHex(document.sha256()))
          ? Optional.of(read)
          : Optional.empty();
    } catch (IOException tampered) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
