package lu.aifactory.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lu.aifactory.platform.shared.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCheckTests {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private final TypeCheck check = new TypeCheck(10_000);

  @Test
  void takesWhatIsWhatItSays() throws Exception {
    assertThat(type("a.pdf", "application/pdf", bytes("%PDF-1.7 ..."))).isEqualTo(DocumentType.PDF);
    assertThat(type("a.PNG", "image/png", bytes("\u0089PNG\r\n\u001a\n....")))
        .isEqualTo(DocumentType.PNG);
    assertThat(type("a.jpeg", "", bytes("\u00ff\u00d8\u00ff\u00e0"))).isEqualTo(DocumentType.JPEG);
    assertThat(type("a.docx", "application/octet-stream", office(WORD)))
        .isEqualTo(DocumentType.DOCX);
    assertThat(type("a.xlsx", "", office(EXCEL))).isEqualTo(DocumentType.XLSX);
    assertThat(
            type(
                "a.csv", "application/vnd.ms-excel", "é;b\n1;2\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(DocumentType.CSV);
    assertThat(type("a.json", "application/json; charset=utf-8", bytes("{\"a\": [1, 2]}")))
        .isEqualTo(DocumentType.JSON);
    assertThat(type("notes.v2.txt", "text/plain", bytes("hello"))).isEqualTo(DocumentType.TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf,MZ program",
    "a.png,%PDF-1.7",
    "a.jpg,GIF89a",
    "a.txt,<html><script>",
    "a.csv,%PDF-1.7",
    "a.txt,  <!DOCTYPE html>",
    "a.json,not json",
    "a.json,{} {}",
    "a.json,{",
    "a.docx,PK nothing"
  })
  void refusesContentThatIsSomethingElse(String name, String content) throws Exception {
    assertThat(refusal(name, "", bytes(content))).isInstanceOf(DocumentRefusal.Disguised.class);
  }

  @Test
  void refusesBinaryContentAsText() throws Exception {
    assertThat(refusal("a.txt", "", new byte[] {'a', 0, 'b'}))
        .isInstanceOf(DocumentRefusal.Disguised.class);
    assertThat(refusal("a.csv", "", new byte[] {'a', (byte) 0xE9, ';'}))
        .isInstanceOf(DocumentRefusal.Disguised.class);
  }

  @Test
  void refusesMediaTypesThatContradictTheName() throws Exception {
    assertThat(refusal("a.pdf", "text/html", bytes("%PDF-1.7")))
        .isInstanceOf(DocumentRefusal.Disguised.class);
  }

  @Test
  void refusesOfficeFilesOfAnotherKindOrWithMacros() throws Exception {
    assertThat(refusal("a.docx", "", office(EXCEL))).isInstanceOf(DocumentRefusal.Disguised.class);
    assertThat(refusal("a.docx", "", office(WORD + " application/vnd.ms-office.vbaProject")))
        .isInstanceOf(DocumentRefusal.Disguised.class);
    assertThat(refusal("a.docx", "", zip(Map.of("readme.txt", "hello"))))
        .isInstanceOf(DocumentRefusal.Disguised.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.exe", "a.pdf.html", "a.svg", "noextension", "a.docm", ""})
  void refusesOtherExtensions(String name) throws Exception {
    assertThat(refusal(name, "", bytes("%PDF-1.7"))).isInstanceOf(DocumentRefusal.NotAllowed.class);
  }

  @Test
  void refusesTooMuchAndNothing() throws Exception {
    assertThat(refusal("a.txt", "", new byte[10_001])).isInstanceOf(DocumentRefusal.TooLarge.class);
    assertThat(type("a.txt", "", "a".repeat(10_000).getBytes())).isEqualTo(DocumentType.TEXT);
    assertThat(refusal("a.txt", "", new byte[0])).isInstanceOf(DocumentRefusal.Empty.class);
  }

  @Test
  void refusesAnOfficeFileThatWasCutOff() throws Exception {
    var whole = office(WORD + " ".repeat(500));

    assertThat(refusal("a.docx", "", Arrays.copyOf(whole, 60)))
        .isInstanceOf(DocumentRefusal.Disguised.class);
  }

  @ParameterizedTest
  @CsvSource({"'.pdf', .pdf", "'', x", "'.' , ."})
  void keepsNoLongerNameThanItShows(String end, String keptEnd) {
    assertThat(FileNames.tidy("x".repeat(300) + end)).hasSize(150).endsWith(keptEnd);
    assertThat(FileNames.tidy("\ud83d\ude00".repeat(300) + end).length()).isIn(149, 150);
  }

  @Test
  void doesNotUnpackABomb() throws Exception {
    var bomb = zip(Map.of("huge.bin", "0".repeat(3_000_000)));

    assertThat(refusal("a.docx", "", bomb)).isInstanceOf(DocumentRefusal.Disguised.class);
  }

  private DocumentType type(String name, String claimed, byte[] content) throws Exception {
    return switch (check.check(Upload.of(name, claimed, content))) {
      case Outcome.Done<DocumentType>(var type) -> type;
      case Outcome.Refused<DocumentType>(var why) -> throw new AssertionError(why);
    };
  }

  private Object refusal(String name, String claimed, byte[] content) throws Exception {
    return switch (check.check(Upload.of(name, claimed, content))) {
      case Outcome.Done<DocumentType>(var type) -> type;
      case Outcome.Refused<DocumentType>(var why) -> why;
    };
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] office(String types) throws Exception {
    return zip(Map.of("[Content_Types].xml", "<Types>" + types + "</Types>"));
  }

  private static byte[] zip(Map<String, String> parts) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
