package lu.aifactory.platform.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads the parts of a backup in the order in which they were written.
final class PartReader {

  static final String CONTENTS = "contents.json";

  private final Path file;
  private final BackupKey key;

  PartReader(Path file, BackupKey key) {
    this.file = file;
    this.key = key;
  }

  /// What a backup was found to be once every byte of it was checked.
  record Survey(Header header, Contents contents, Manifest manifest) {}

  /// Does something with a part; what it leaves unread is passed over.
  interface Visitor {
    void visit(String part, InputStream content) throws SQLException, IOException;
  }

  /// Reads everything to the last byte and compares it with the list inside, changing nothing anywhere.
  Survey survey() throws IOException, SQLException, GeneralSecurityException {
    var check = new Check();
    try {
      var header = each(check);
      return check.survey(header, file);
    } catch (NoSuchFileException missing) {
      throw new Halt("There is no file " + file + ".", missing);
    } catch (IOException | IllegalArgumentException | JacksonException damaged) {
      throw damaged(damaged);
    }
  }

  /// Shows every part to the visitor, and answers the header when the end was reached and is genuine.
  Header each(Visitor visitor) throws IOException, SQLException, GeneralSecurityException {
    try (var raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var found = Header.read(raw, file);
      if (found.header().key() != key.number()) {
        throw new Halt(
            "The key does not belong to "
                + file
                + ": name the right one with --key FILE; nothing was changed.");
      }
      var opened = key.cipher().newDecryptingStream(raw, found.bytes());
      var zip = new ZipInputStream(opened);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        visitor.visit(entry.getName(), new OnePart(zip));
      }
      // Only the last byte proves that nothing is missing after the last part.
      opened.transferTo(OutputStream.nullOutputStream());
      return found.header();
    }
  }

  private Halt damaged(Exception cause) {
    return new Halt(
        file + " is damaged, incomplete or was changed, and is not restored; nothing was changed.",
        cause);
  }

  /// Compares digests with the list at the end.
  private static final class Check implements Visitor {

    private final HashMap<String, Manifest.Part> seen = new HashMap<>();
    private @Nullable Contents contents;
    private @Nullable Manifest manifest;

    @Override
    public void visit(String part, InputStream content) throws IOException {
      if (part.equals(Manifest.ENTRY)) {
        manifest = JsonMapper.shared().readValue(content.readAllBytes(), Manifest.class);
        return;
      }
      var digested = new DigestInputStream(content, PartWriter.sha256());
      long bytes;
      if (part.equals(CONTENTS)) {
        var json = digested.readAllBytes();
        contents = JsonMapper.shared().readValue(json, Contents.class);
        bytes = json.length;
      } else bytes = digested.transferTo(OutputStream.nullOutputStream());
      var sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      seen.put(part, new Manifest.Part(0, bytes, sha256));
    }

    Survey survey(Header header, Path file) throws IOException {
      if (contents == null || manifest == null) throw new IOException("parts are missing");
      if (!seen.keySet().equals(manifest.parts().keySet()))
        throw new IOException("other parts than listed in " + file);
      for (var part : seen.entrySet()) {
        var listed = manifest.parts().get(part.getKey());
        var found = part.getValue();
        if (listed == null
            || listed.bytes() != found.bytes()
            || !listed.sha256().equals(found.sha256()))
          throw new IOException(part.getKey() + " is not as listed in " + file);
      }
      return new Survey(header, contents, manifest);
    }
  }

  /// One part, whose reader must not close the whole.
  private static final class OnePart extends InputStream {

    private final ZipInputStream zip;

    OnePart(ZipInputStream zip) {
      this.zip = zip;
    }

    @Override
    public int read() throws IOException {
      return zip.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return zip.read(target, offset, length);
    }

    @Override
    public void close() {}
  }
}
