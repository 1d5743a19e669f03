package lu.aifactory.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordWriterTests {

  private static final String NOTICE = "Working copy of <this> & that";

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void saysEverythingThatThePdfSays(String language) throws Exception {
    var html =
        ExampleReport.writer()
            .html(ExampleReport.ID, ExampleReport.in(Locale.forLanguageTag(language)));
    var page = Jsoup.parse(html);
    page.select("svg, .report-screen, .report-running-right").remove();
    try (var word = written(html, Locale.forLanguageTag(language))) {
      assertThat(words(new XWPFWordExtractor(word).getText()))
          .containsAll(words(page.body().text()));
    }
  }

  @Test
  void hasHeadingsTablesPicturesTitleAndLanguage() throws Exception {
    var html = ExampleReport.writer().html(ExampleReport.ID, ExampleReport.in(Locale.FRENCH));
    var page = Jsoup.parse(html);
    try (var word = written(html, Locale.FRENCH)) {
      assertThat(styled(word, "Title")).isEqualTo(page.select("h1").size());
      assertThat(styled(word, "Heading1")).isEqualTo(page.select("h2").size());
      assertThat(word.getParagraphs().getFirst().getText()).isEqualTo(NOTICE);
      assertThat(word.getTables()).hasSameSizeAs(page.select("table"));
      assertThat(word.getTables())
          .filteredOn(table -> table.getRow(0).isRepeatHeader())
          .hasSameSizeAs(page.select("table:has(thead)"));
      assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo(page.title());
      assertThat(
              word.getProperties()
                  .getCoreProperties()
                  .getUnderlyingProperties()
                  .getLanguageProperty())
          .contains("fr-LU");
      assertThat(word.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
      assertThat(word.getFooterList()).isNotEmpty();
      assertThat(word.getFooterList().getFirst().getText()).contains(NOTICE);
      var pictures = page.select("svg");
      assertThat(word.getAllPictures()).hasSameSizeAs(pictures);
      for (var picture : word.getAllPictures()) {
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.getData())).getWidth())
            .isGreaterThan(600);
      }
      assertThat(
              word.getParagraphs().stream()
                  .flatMap(paragraph -> paragraph.getRuns().stream())
                  .flatMap(run -> Arrays.stream(run.getCTR().getDrawingArray()))
                  .map(drawing -> drawing.getInlineArray(0).getDocPr().getDescr()))
          .containsExactlyElementsOf(pictures.eachAttr("aria-label"));
    }
  }

  @Test
  void charactersThatXmlDoesNotKnowAndMarkupAreText() throws Exception {
    var html =
        "<html lang=en><head><title>T\u0001</title></head><body class=report><p>a\u0000b\u0008c"
            + " &lt;w:p&gt; ]]&gt; \uD800 \uFFFE é</p><table><tr><td>&amp;amp;</td></tr></table></body></html>";
    try (var word = written(html, Locale.ENGLISH)) {
      var text = new XWPFWordExtractor(word).getText();
      assertThat(text).contains("<w:p> ]]>", "&amp;", "é").doesNotContain("\u0001", "\u0008");
    }
  }

  private static XWPFDocument written(String html, Locale language) throws Exception {
    var bytes = new WordWriter().write(html, language, NOTICE);
    Files.write(
        Files.createDirectories(Path.of("target/preview"))
            .resolve("report-" + language.getLanguage() + ".docx"),
        bytes);
    return new XWPFDocument(new ByteArrayInputStream(bytes));
  }

  private static long styled(XWPFDocument word, String style) {
    return word.getParagraphs().stream().map(XWPFParagraph::getStyle).filter(style::equals).count();
  }

  private static TreeSet<String> words(String text) {
    var words = new TreeSet<>(Arrays.asList(text.split("\\s+")));
    words.remove("");
    return words;
  }
}
