package lu.aifactory.platform.usecase.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lu.aifactory.platform.usecase.decide.CsvHeader.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvHeaderTests {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsNamesAndTypesWhateverSeparatesThem(String sign) {
    var csv =
        """
        shop_id,sold at,price,pieces,closed,day,note
        7,2026-03-29 14:05,"2,50",3,no,29/03/2026,"one, or two"
        9,2026-03-30T08:00:00Z,"3,20",12,yes,30/03/2026,
        """;
    var quoted = csv.replace("\"one, or two\"", "QUOTED").replaceAll("\"(\\d),(\\d+)\"", "$1.$2");
    var separated = quoted.replace(",", sign).replace("QUOTED", "\"one, or two\"");

    assertThat(read(separated))
        .containsExactly(
            new Column("shop_id", "identifier"),
            new Column("sold at", "moment"),
            new Column("price", "decimal"),
            new Column("pieces", "whole"),
            new Column("closed", "yes-no"),
            new Column("day", "date"),
            new Column("note", "text"));
  }

  @Test
  void takesFewWordsThatComeAgainAndAgainForACategory() {
    assertThat(read("size\n" + "small\nlarge\n".repeat(20)))
        .containsExactly(new Column("size", "category"));
    assertThat(read("size\nsmall\nlarge\n")).containsExactly(new Column("size", "text"));
  }

  @Test
  void readsWhatSpreadsheetsWriteHere() {
    var bom = "\uFEFFQuantité;Été\n1;2\n";
    assertThat(read(bom)).extracting(Column::name).containsExactly("Quantité", "Été");
    var old = CsvHeader.read("Quantité;Été\n1;2\n".getBytes(Charset.forName("windows-1252")));
    assertThat(old).extracting(Column::name).containsExactly("Quantité", "Été");
  }

  @Test
  void looksAtTheBeginningOfALongFileAndAtAHundredFields() {
    var line = "é;".repeat(150) + "\n";
    var rows = line.repeat(1 + CsvHeader.MOST_BYTES / line.getBytes(StandardCharsets.UTF_8).length);

    assertThat(read(rows)).hasSize(CsvHeader.MOST_COLUMNS).contains(new Column("é", "category"));
  }

  @ParameterizedTest
  @CsvSource({"''", "'  \n\n'", "',,,'", "'\u0000PNG'"})
  void findsNothingWhereThereIsNoTable(String text) {
    assertThat(read(text)).isEmpty();
  }

  private static List<Column> read(String csv) {
    return CsvHeader.read(csv.getBytes(StandardCharsets.UTF_8));
  }
}
