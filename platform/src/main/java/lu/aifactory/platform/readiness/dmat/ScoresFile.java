package lu.aifactory.platform.readiness.dmat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import lu.aifactory.platform.portal.Csv;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes scores in the shape in which they are read.
final class ScoresFile {

  private static final String ISO_DAY = "yyyy-mm-dd";

  private ScoresFile() {}

  static byte[] csv(List<Scores> all) throws IOException {
    var text = new StringBuilder();
    var csv = Csv.to(text, Layout.columns());
    for (var scores : all) csv.row(Layout.row(scores));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] xlsx(List<Scores> all) throws IOException {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("DMAT");
      var day = book.createCellStyle();
      day.setDataFormat(book.getCreationHelper().createDataFormat().getFormat(ISO_DAY));
      var head = sheet.createRow(0);
      var columns = Layout.columns();
      for (int i = 0; i < columns.size(); i++) head.createCell(i).setCellValue(columns.get(i));
      for (int line = 0; line < all.size(); line++) {
        var row = sheet.createRow(line + 1);
        var cells = Layout.row(all.get(line));
        for (int i = 0; i < cells.size(); i++) {
          var cell = row.createCell(i);
          if (cells.get(i) instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
          } else if (columns.get(i).equals(Layout.DATE)) {
            cell.setCellValue(LocalDate.parse(cells.get(i).toString()));
            cell.setCellStyle(day);
          } else {
            cell.setCellValue(cells.get(i).toString());
          }
        }
      }
      sheet.createFreezePane(0, 1);
      book.write(bytes);
      return bytes.toByteArray();
    }
  }
}
