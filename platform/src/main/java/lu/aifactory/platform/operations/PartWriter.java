package lu.aifactory.platform.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The parts of a backup: a ZIP stream inside an AES-GCM stream, written as it comes.
final class PartWriter implements AutoCloseable {

  private final ZipOutputStream zip;
  private final Map<String, Manifest.Part> parts = new LinkedHashMap<>();

  private PartWriter(ZipOutputStream zip) {
    this.zip = zip;
  }

  static PartWriter sealing(OutputStream file, Header header, BackupKey key)
      throws IOException, GeneralSecurityException {
    var bytes = header.bytes();
    file.write(bytes);
    return new PartWriter(new ZipOutputStream(key.cipher().newEncryptingStream(file, bytes)));
  }

  /// Writes the content of one part and answers how many rows it has.
  interface Content {
    long writeTo(OutputStream sink) throws SQLException, IOException;
  }

  void write(String name, Content content) throws SQLException, IOException {
    var counted = new Counted(zip);
    var digested = new DigestOutputStream(counted, sha256());
    zip.putNextEntry(new ZipEntry(name));
    long rows = content.writeTo(digested);
    zip.closeEntry();
    parts.put(
        name,
        new Manifest.Part(
            rows, counted.bytes, HexFormat.of().formatHex(digested.getMessageDigest().digest())));
  }

  void json(String name, Object value) throws SQLException, IOException {
    var bytes = JsonMapper.shared().writeValueAsBytes(value);
    write(
        name,
        sink -> {
          sink.write(bytes);
          return 0;
        });
  }

  /// Writes the list of all parts as the last one.
  Manifest finish() throws IOException {
    var manifest = new Manifest(parts);
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
    zip.closeEntry();
    // The last segment is written, and marked as the last one, by closing only.
    zip.close();
    return manifest;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// Counts, and does not let a part close the whole.
  private static final class Counted extends OutputStream {

    private final OutputStream sink;
    private long bytes;

    Counted(OutputStream sink) {
      this.sink = sink;
    }

    @Override
    public void write(int one) throws IOException {
      sink.write(one);
      bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      sink.write(source, offset, length);
      bytes += length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
