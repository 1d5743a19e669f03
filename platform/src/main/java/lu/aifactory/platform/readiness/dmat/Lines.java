package lu.aifactory.platform.readiness.dmat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/// Reads the lines of a small table from CSV or from the first sheet of an Excel file. Whatever the file claims, no more
/// than a little of it is read.
final class Lines {

  static final int LARGEST = 1 << 20;
  private static final int LARGEST_UNPACKED = 4 << 20;
  private static final int MOST_PARTS = 100;
  private static final int MOST_LINES = 50;
  private static final int MOST_COLUMNS = 60;

  private Lines() {}

  /// The file is no table that can be read.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
      super(why);
    }

    Unreadable(Throwable why) {
      super(why);
    }
  }

  /// The lines under the headings, by column.
  static List<Map<String, String>> of(byte[] file) throws Unreadable {
    if (file.length > LARGEST) throw new Unreadable("too large");
    var rows = isZip(file) ? sheet(file) : csv(file);
    if (rows.isEmpty()) return new ArrayList<>();
    var heads = rows.getFirst().stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    var lines = new ArrayList<Map<String, String>>();
    for (var row : rows.subList(1, rows.size())) {
      if (row.stream().allMatch(String::isEmpty)) continue;
      var line = new LinkedHashMap<String, String>();
      for (int i = 0; i < heads.size(); i++) {
        line.put(heads.get(i), i < row.size() ? row.get(i) : "");
      }
      lines.add(line);
    }
    return lines;
  }

  private static boolean isZip(byte[] file) {
    return file.length > 3 && file[0] == 'P' && file[1] == 'K';
  }

  private static List<List<String>> csv(byte[] file) throws Unreadable {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      if (text.startsWith("\uFEFF")) text = text.substring(1);
      var head = text.lines().findFirst().orElse("");
      var format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(head.contains(";") ? ';' : ',')
              .setIgnoreEmptyLines(true)
              .setTrim(true)
              .get();
      var rows = new ArrayList<List<String>>();
      try (var records = format.parse(new StringReader(text))) {
        for (var record : records) {
          if (rows.size() > MOST_LINES || record.size() > MOST_COLUMNS) {
            throw new Unreadable("too many lines or columns");
          }
          rows.add(record.toList());
        }
      }
      return rows;
    } catch (CharacterCodingException | UncheckedIOException | IllegalStateException broken) {
      throw new Unreadable(broken);
    } catch (IOException broken) {
      throw new Unreadable(broken);
    }
  }

  private static List<List<String>> sheet(byte[] file) throws Unreadable {
    unpackInVain(file);
    try (var book = OPCPackage.open(new ByteArrayInputStream(file))) {
      var reader = new XSSFReader(book);
      var rows = new Rows();
      var sheets = reader.getSheetsData();
      if (!sheets.hasNext()) return rows.read;
      try (var sheet = sheets.next()) {
        var xml = XMLHelper.newXMLReader();
        xml.setContentHandler(
            new XSSFSheetXMLHandler(
                reader.getStylesTable(),
                new ReadOnlySharedStringsTable(book),
                rows,
                new Plain(),
                false));
        xml.parse(new InputSource(sheet));
      }
      return rows.read;
    } catch (Exception broken) {
      // The library throws whatever a broken file brings about.
      throw new Unreadable(broken);
    }
  }

  /// A small file can unpack to a very large one: it is unpacked once without keeping anything.
  private static void unpackInVain(byte[] file) throws Unreadable {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      var buffer = new byte[1 << 13];
      long unpacked = 0;
      int parts = 0;
      while (zip.getNextEntry() != null) {
        if (++parts > MOST_PARTS) throw new Unreadable("too many parts");
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          unpacked += n;
          if (unpacked > LARGEST_UNPACKED) throw new Unreadable("unpacks to too much");
        }
      }
    } catch (ZipException broken) {
      throw new Unreadable(broken);
    } catch (IOException broken) {
      throw new Unreadable(broken);
    }
  }

  /// Numbers and days as they are, however the sheet shows them.
  private static final class Plain extends DataFormatter {

    Plain() {
      super(Locale.ROOT);
    }

    @Override
    public String formatRawCellContents(double value, int format, String pattern) {
      return DateUtil.isADateFormat(format, pattern)
          ? DateUtil.getLocalDateTime(value).toLocalDate().toString()
          : new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros().toPlainString();
    }
  }

  private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

    private final List<List<String>> read = new ArrayList<>();
    private List<String> row = new ArrayList<>();

    @Override
    public void startRow(int number) {
      if (read.size() > MOST_LINES) throw new IllegalStateException("too many lines");
      row = new ArrayList<>();
    }

    @Override
    public void endRow(int number) {
      read.add(List.copyOf(row));
    }

    @Override
    public void cell(
        @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
      int column = reference == null ? row.size() : new CellReference(reference).getCol();
      if (column > MOST_COLUMNS) throw new IllegalStateException("too many columns");
      while (row.size() < column) row.add("");
      row.add(value == null ? "" : value.strip());
    }
  }
}
