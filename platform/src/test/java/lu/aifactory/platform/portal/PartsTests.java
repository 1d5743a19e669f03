package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/// The small values of the portal, without an application around them.
class PartsTests {

  @Test
  void writesNoCellThatASpreadsheetWouldRun() throws IOException {
    var out = new StringBuilder();
    var csv = Csv.to(out, List.of("name", "amount"));
    csv.row(List.of("=cmd|' /C calc'!A0", -5));
    csv.row(Arrays.asList(" +1", null));
    csv.row(List.of("Schmit, \"Boulangerie\"", "@sum"));
    assertThat(out)
        .hasToString(
            "name,amount\r\n'=cmd|' /C calc'!A0,-5\r\n' +1,\r\n\"Schmit, \"\"Boulangerie\"\"\",'@sum\r\n");
  }

  @Test
  void keepsTypedValuesBesideTheFaults() {
    var form =
        Form.of(Map.of("rows", List.of("many")))
            .with(new Refusal.Invalid(List.of(new Fault("rows", "portal.fault.misfit"))));
    assertThat(form.value("rows")).isEqualTo("many");
    assertThat(form.wrong("rows")).isTrue();
    assertThat(form.describedBy("rows", "a hint", null)).isEqualTo("f-rows-hint f-rows-error");
    assertThat(form.describedBy("name", null, null)).isNull();
  }

  @Test
  void showsTheSentenceOfARefusalWithoutFaults() {
    assertThat(Form.empty().with(new Refusal.Changed(2)).faults())
        .containsExactly(new Fault("", "shared.refusal.changed"));
  }

  @Test
  void asksNoDatabaseForWhatItCannotHold() {
    var query =
        new ListQuery("a\0b", Map.of("state", Set.of("\0", "o\0pen")), "name", false, 1, 25);
    assertThat(query).hasToString("?q=ab&state=open&sort=name");
  }

  @Test
  void togglesFiltersAndTurnsTheOrderRound() {
    var query = new ListQuery("a b", Map.of("state", Set.of("open")), "name", false, 3, 25);
    assertThat(query.toggled("state", "done"))
        .hasToString("?q=a%20b&state=done&state=open&sort=name");
    assertThat(query.toggled("state", "open").filter("state")).isEmpty();
    assertThat(query.sortedBy("name").descending()).isTrue();
    assertThat(query.sortedBy("day").page()).isOne();
    assertThat(query.withPage(-4).page()).isOne();
    assertThat(query.withSize(100_000).size()).isEqualTo(ListQuery.LARGEST_SIZE);
  }

  @Test
  void countsThePagesOfAList() {
    var page = new Page<>(List.of(1, 2, 3), 53, ListQuery.first("name").withPage(3));
    assertThat(page.pages()).isEqualTo(3);
    assertThat(page.from()).isEqualTo(51);
    assertThat(page.to()).isEqualTo(53);
    assertThat(page.near()).containsExactly(1, 2, 3);
    assertThat(new Page<>(List.of(), 0, ListQuery.first("name")).pages()).isOne();
  }

  @Test
  void countsMachineWrittenTextsUntilALineThatSaysWhoReviewed() {
    var content =
        "# machine-written\na=1\nb=2 \\\n  goes on\n# reviewed by M. Weber, 2026-11-23\nc=3\n# machine-written\nd=4\n";
    assertThat(BundleCount.count("portal", "fr", content))
        .isEqualTo(new BundleCount("portal", "fr", 4, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "fr, de, lb, fr",
    "xx, de, lb, de",
    ", xx, 'lb,fr;q=0.5', lb",
    ", , 'pt-BR,de-AT;q=0.8', de",
    ", , 'nonsense;;;', en",
    ", , , en",
  })
  void speaksTheLanguageThatWasAskedFor(
      String asked, String kept, String preferred, String expected) {
    var request = new MockHttpServletRequest();
    if (asked != null) request.setParameter("lang", asked);
    if (kept != null) request.setCookies(new jakarta.servlet.http.Cookie("lang", kept));
    if (preferred != null) request.addHeader("Accept-Language", preferred);
    assertThat(new Languages().resolveLocale(request).getLanguage()).isEqualTo(expected);
  }
}
