package lu.aifactory.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes the elements of a report one after the other into a Word file.
final class WordBody {

  // The width of the text, and of the widest picture.
  private static final int WIDEST = 640;
  private static final int SCALED_TO = 600;

  private final XWPFDocument word;

  WordBody(XWPFDocument word) {
    this.word = word;
  }

  void notice(String notice) {
    paragraph("Notice").createRun().setText(clean(notice));
  }

  void write(Element element) {
    write(element, "Normal");
  }

  private void write(Element parent, String style) {
    for (var element : parent.children()) {
      switch (element.normalName()) {
        case "h1" -> text(element, "Title");
        case "h2" -> text(element, "Heading1");
        case "h3" -> text(element, "Heading2");
        case "p" -> text(element, styleOf(element, style));
        case "figcaption" -> text(element, "Caption");
        case "table" -> table(element);
        case "svg" -> picture(element);
        case "ol", "ul" -> list(element);
        case "nav", "script", "style" -> {}
        default -> {
          if (element.children().isEmpty() && element.hasText()) text(element, style);
          else write(element, boxed(element, style));
        }
      }
    }
  }

  private static String boxed(Element element, String style) {
    if (element.hasClass("report-finding")) return "Finding";
    return element.hasClass("report-open") ? "Notice" : style;
  }

  private static String styleOf(Element element, String style) {
    if (element.hasClass("report-subtitle")) return "Subtitle";
    if (element.hasClass("report-house")) return "House";
    return element.hasClass("report-source") ? "Source" : style;
  }

  private XWPFParagraph paragraph(String style) {
    var paragraph = word.createParagraph();
    paragraph.setStyle(style);
    return paragraph;
  }

  private void text(Element element, String style) {
    if (element.hasText()) runs(paragraph(style), element, false, "");
  }

  private void list(Element list) {
    int number = 0;
    for (var item : list.children()) {
      number++;
      var mark = list.normalName().equals("ol") ? number + ". " : "• ";
      var blocks = item.select("> p");
      if (blocks.isEmpty()) {
        runs(paragraph("ListParagraph"), item, false, mark);
      }
      for (int i = 0; i < blocks.size(); i++) {
        runs(paragraph("ListParagraph"), blocks.get(i), false, i == 0 ? mark : "");
      }
    }
  }

  private static void runs(XWPFParagraph paragraph, Node parent, boolean bold, String before) {
    if (!before.isEmpty()) paragraph.createRun().setText(before);
    for (var node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        var words = text.text();
        if (words.isEmpty()) continue;
        var run = paragraph.createRun();
        run.setBold(bold);
        run.setText(clean(words));
      } else if (node instanceof Element element && element.normalName().equals("br")) {
        paragraph.createRun().addBreak();
      } else if (node instanceof Element element && !element.normalName().equals("svg")) {
        runs(paragraph, element, bold || element.normalName().matches("strong|b"), "");
      }
    }
  }

  private void table(Element table) {
    var caption = table.selectFirst("> caption");
    if (caption != null) text(caption, "Caption");
    var rows = table.select("> thead > tr, > tbody > tr, > tr");
    if (rows.isEmpty()) return;
    int columns = rows.stream().mapToInt(row -> row.children().size()).max().orElse(1);
    var made = word.createTable(rows.size(), columns);
    made.setStyleID("Report");
    made.setWidth("100%");
    for (int i = 0; i < rows.size(); i++) row(made, i, rows.get(i));
    // Two tables that touch would become one.
    paragraph("Gap");
  }

  private static void row(XWPFTable table, int number, Element row) {
    var made = table.getRow(number);
    boolean head = row.parent() != null && row.parent().normalName().equals("thead");
    if (head) made.setRepeatHeader(true);
    made.setCantSplitRow(true);
    for (int i = 0; i < row.children().size(); i++) {
      var cell = row.children().get(i);
      cell(made.getCell(i), cell, head || cell.normalName().equals("th"));
    }
  }

  private static void cell(XWPFTableCell made, Element cell, boolean bold) {
    var paragraph = made.getParagraphs().getFirst();
    paragraph.setStyle("TableText");
    runs(paragraph, cell, bold, "");
  }

  /// The picture with what it says for those who do not see it. Where it cannot be drawn, that text stands instead.
  private void picture(Element svg) {
    var says = svg.attr("aria-label");
    var picture = WordPicture.of(svg.outerHtml());
    if (picture.isEmpty()) {
      paragraph("Source").createRun().setText(clean(says));
      return;
    }
    var drawn = picture.get();
    double scale = drawn.width() > WIDEST ? (double) WIDEST / drawn.width() : 1;
    double fit = scale * SCALED_TO / WIDEST;
    var run = paragraph("Figure").createRun();
    try {
      run.addPicture(
          new ByteArrayInputStream(drawn.png()),
          PictureType.PNG,
          "picture.png",
          Units.pixelToEMU((int) Math.round(drawn.width() * fit)),
          Units.pixelToEMU((int) Math.round(drawn.height() * fit)));
      var named = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
      named.setDescr(clean(says));
      named.setTitle(clean(svg.selectFirst("title") == null ? says : svg.select("title").text()));
    } catch (IOException | InvalidFormatException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// Text without characters that XML does not know.
  static String clean(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.appendCodePoint(known(c) ? c : 0xFFFD));
    return safe.toString();
  }

  private static boolean known(int c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }
}
