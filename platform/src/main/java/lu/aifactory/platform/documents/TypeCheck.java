package lu.aifactory.platform.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import lu.aifactory.platform.shared.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Looks whether the content of an upload is what its name and media type claim, and no larger than allowed.
record TypeCheck(long mostBytes) {

  private static final int HEAD = 1024;
  private static final int MOST_PARTS = 64;
  private static final int MOST_CONTENT_TYPES = 1 << 20;
  private static final Set<String> MARKUP =
      Set.of("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php", "#!/");

  /// The type of an upload that may be stored.
  Outcome<DocumentType> check(Upload upload) throws IOException {
    var name = upload.fileName();
    var promised = DocumentType.ofName(name).orElse(null);
    if (promised == null) return Outcome.refused(new DocumentRefusal.NotAllowed(name));
    long size = size(upload);
    if (size > mostBytes) return Outcome.refused(new DocumentRefusal.TooLarge(mostBytes));
    if (size == 0) return Outcome.refused(new DocumentRefusal.Empty());
    if (!promised.mayBeClaimedAs(upload.claimedType()) || !holds(promised, upload)) {
      return Outcome.refused(new DocumentRefusal.Disguised(name));
    }
    return Outcome.done(promised);
  }

  private long size(Upload upload) throws IOException {
    try (var content = upload.content().open()) {
      var buffer = new byte[1 << 16];
      long size = 0;
      for (int n = content.read(buffer); n >= 0 && size <= mostBytes; n = content.read(buffer))
        size += n;
      return size;
    }
  }

  private static boolean holds(DocumentType type, Upload upload) throws IOException {
    byte[] head;
    try (var content = upload.content().open()) {
      head = content.readNBytes(HEAD);
    }
    return switch (type) {
      case PDF -> starts(head, "%PDF-");
      case PNG -> starts(head, "\u0089PNG\r\n\u001a\n");
      case JPEG -> starts(head, "\u00ff\u00d8\u00ff");
      case DOCX ->
          starts(head, "PK\u0003\u0004") && isOffice(upload, "wordprocessingml.document.main+xml");
      case XLSX ->
          starts(head, "PK\u0003\u0004") && isOffice(upload, "spreadsheetml.sheet.main+xml");
      case CSV, TEXT -> !isForeign(head) && isText(upload);
      case JSON -> isText(upload) && isJson(upload);
    };
  }

  private static boolean starts(byte[] head, String magic) {
    var bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= bytes.length
        && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
  }

  /// Text that a browser or shell would run, or the beginning of another format that is allowed.
  private static boolean isForeign(byte[] head) {
    var text =
        new String(head, StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return starts(head, "%PDF-") || MARKUP.stream().anyMatch(text::startsWith);
  }

  /// Office files name their main part and possible macros in `[Content_Types].xml`. Only that part is looked at, and
  /// only among the first parts: a file that hides it behind large parts is refused unread.
  private static boolean isOffice(Upload upload, String mainPart) throws IOException {
    try (var zip = new ZipInputStream(upload.content().open())) {
      var entry = zip.getNextEntry();
      for (int i = 0; entry != null && i < MOST_PARTS; i++, entry = zip.getNextEntry()) {
        var part = zip.readNBytes(MOST_CONTENT_TYPES);
        if (part.length == MOST_CONTENT_TYPES) return false;
        if (entry.getName().equals("[Content_Types].xml")) {
          var types = new String(part, StandardCharsets.UTF_8);
          return types.contains(mainPart)
              && !types.contains("macroEnabled")
              && !types.contains("vbaProject");
        }
      }
      return false;
    } catch (ZipException | EOFException broken) {
      return false;
    }
  }

  /// UTF-8 without control characters; other encodings cannot be told from binary content.
  private static boolean isText(Upload upload) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var reader = new InputStreamReader(upload.content().open(), decoder)) {
      var buffer = new char[1 << 13];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] < ' ' && buffer[i] != '\n' && buffer[i] != '\r' && buffer[i] != '\t')
            return false;
        }
      }
      return true;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }

  private static boolean isJson(Upload upload) throws IOException {
    try (InputStream content = upload.content().open();
        var parser = new JsonFactory().createParser(ObjectReadContext.empty(), content)) {
      if (parser.nextToken() == null) return false;
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException notJson) {
      return false;
    }
  }
}
