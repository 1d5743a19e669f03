package lu.aifactory.platform.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The two lines at the beginning of a backup, readable without the key. They are bound to what follows: changing
/// them makes the rest unreadable.
record Header(int format, Instant made, String application, int key) {

  static final int FORMAT = 1;

  private static final String MAGIC = "AI Factory backup";
  private static final int LIMIT = 4096;

  byte[] bytes() {
    return (MAGIC + "\n" + JsonMapper.shared().writeValueAsString(this) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /// A header and the exact bytes that it was read from.
  record Found(Header header, byte[] bytes) {}

  static Found read(InputStream backup, Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int lines = 0, next; lines < 2; bytes.write(next)) {
      next = backup.read();
      if (next < 0 || bytes.size() == LIMIT) throw noBackup(file);
      if (next == '\n') lines++;
      if (lines == 1 && next == '\n' && !bytes.toString(StandardCharsets.UTF_8).equals(MAGIC))
        throw noBackup(file);
    }
    try {
      var json = bytes.toString(StandardCharsets.UTF_8).substring(MAGIC.length() + 1);
      var header = JsonMapper.shared().readValue(json, Header.class);
      if (header == null) throw noBackup(file);
      if (header.format() > FORMAT) {
        throw new Halt(
            file
                + " was written by version "
                + header.application()
                + ", in a newer format than this version "
                + applicationVersion()
                + " reads: restore it with the version that wrote it; nothing was changed.");
      }
      return new Found(header, bytes.toByteArray());
    } catch (JacksonException _) {
      throw noBackup(file);
    }
  }

  private static Halt noBackup(Path file) {
    return new Halt(
        file + " is no backup of an AI Factory, or its beginning is damaged; nothing was changed.");
  }

  /// The version that the build wrote down.
  static String applicationVersion() throws IOException {
    try (var info = Header.class.getResourceAsStream("/META-INF/build-info.properties")) {
      if (info == null) return "development";
      var properties = new Properties();
      properties.load(info);
      return properties.getProperty("build.version", "development");
    }
  }
}
