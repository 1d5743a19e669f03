package lu.aifactory.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/// Turns a report's HTML into a Word file to work on: the same headings, tables and pictures as the PDF, with Word's own
/// styles, title and language. Nothing of this is loaded before the first file is asked for.
final class WordWriter {

  private static final String STYLES = "/documents/word-styles.xml";
  // A4 with margins of 20 mm to the sides, in twentieths of a point.
  private static final long WIDTH = 11_906;
  private static final long HEIGHT = 16_838;
  private static final long SIDE = 1_134;
  private static final long TOP = 1_417;

  /// @param notice what stands first, because a copy that can be changed is not the document
  byte[] write(String html, Locale language, String notice) {
    var page = Jsoup.parse(html);
    page.select(".report-screen").remove();
    try (var word = new XWPFDocument();
        var bytes = new ByteArrayOutputStream()) {
      styles(word, language);
      properties(word.getProperties(), page, language);
      paper(word);
      running(word, page, notice);
      var body = new WordBody(word);
      body.notice(notice);
      body.write(page.body());
      word.write(bytes);
      return bytes.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void styles(XWPFDocument word, Locale language) throws IOException {
    try (var file = WordWriter.class.getResourceAsStream(STYLES)) {
      if (file == null) throw new IllegalStateException("missing in the application: " + STYLES);
      var styles = StylesDocument.Factory.parse(file).getStyles();
      var made = word.createStyles();
      made.setStyles(styles);
      made.setSpellingLanguage(tag(language));
    } catch (XmlException broken) {
      throw new IllegalStateException(broken);
    }
  }

  // Word knows languages with their country only.
  private static String tag(Locale language) {
    return switch (language.getLanguage()) {
      case "fr" -> "fr-LU";
      case "de" -> "de-LU";
      case "lb" -> "lb-LU";
      default -> "en-GB";
    };
  }

  private static void properties(POIXMLProperties properties, Document page, Locale language) {
    var core = properties.getCoreProperties();
    core.setTitle(WordBody.clean(page.title()));
    core.setCreator(WordBody.clean(meta(page, "author")));
    core.setDescription(WordBody.clean(meta(page, "description")));
    core.getUnderlyingProperties().setLanguageProperty(Optional.of(tag(language)));
  }

  private static String meta(Document page, String name) {
    var found = page.selectFirst("meta[name=" + name + "]");
    return found == null ? "" : found.attr("content");
  }

  private static void paper(XWPFDocument word) {
    var section = word.getDocument().getBody().addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(WIDTH);
    size.setH(HEIGHT);
    var margin = section.addNewPgMar();
    margin.setLeft(SIDE);
    margin.setRight(SIDE);
    margin.setTop(TOP);
    margin.setBottom(TOP);
    margin.setHeader(SIDE / 2);
    margin.setFooter(SIDE / 2);
    margin.setGutter(0);
  }

  /// The running lines: what the PDF has, and again that this is a copy.
  private static void running(XWPFDocument word, Document page, String notice) {
    var head = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    head.setStyle("Header");
    head.createRun().setText(WordBody.clean(spans(page, ".report-running-head")));
    var foot = word.createFooter(HeaderFooterType.DEFAULT);
    var first = foot.createParagraph();
    first.setStyle("Footer");
    first.createRun().setText(WordBody.clean(spans(page, ".report-running-foot")));
    var second = foot.createParagraph();
    second.setStyle("Footer");
    second.createRun().setText(WordBody.clean(notice));
    page.select(".report-running-head, .report-running-foot").forEach(Element::remove);
  }

  private static String spans(Document page, String where) {
    var found = page.selectFirst(where);
    var left = found == null ? null : found.selectFirst(".report-running-left");
    var right = found == null ? null : found.selectFirst(".report-running-right");
    var text = left == null ? "" : left.text();
    // The right one of the foot counts pages, which Word does by itself.
    return right == null || where.endsWith("foot") ? text : text + "  ·  " + right.text();
  }
}
