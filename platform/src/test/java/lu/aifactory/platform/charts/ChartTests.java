package lu.aifactory.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTests {

  static List<Chart> charts() {
    return List.of(
        Examples.radar(),
        Examples.bars(),
        Examples.bandLine(),
        Examples.stages(),
        Examples.spans(),
        Examples.ranges(),
        Examples.funnel(),
        Examples.trend());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void isAPictureWithTitleDescriptionAndWholeSize(Chart chart) throws Exception {
    Files.createDirectories(Path.of("target/charts"));
    Files.writeString(
        Path.of("target/charts", chart.getClass().getSimpleName() + ".svg"), chart.svg());

    var svg = parsed(chart.svg()).getDocumentElement();

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("width")).matches("\\d+");
    assertThat(svg.getAttribute("height")).matches("\\d+");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(chart.caption().title());
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(chart.caption().description());
    assertThat(svg.getElementsByTagName("style").getLength()).isZero();
    assertThat(chart.svg()).doesNotContain("style=");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void keepsLabelsInsideThePictureAndApart(Chart chart) throws Exception {
    keepsLabelsApart(chart.svg());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void keepsLabelsApartWhateverTheWords(long seed) throws Exception {
    var random = new Random(seed);
    var axes = new ArrayList<Radar.Axis>();
    for (int i = 0; i < 5 + random.nextInt(4); i++) {
      axes.add(
          new Radar.Axis(
              words(random), random.nextDouble() * 4, "2,4 erreicht", 2.0, "2 gebraucht"));
    }
    keepsLabelsApart(new Radar(new Caption("t", "d"), 4, List.of("a", "b", "c"), axes).svg());
    var bars = new ArrayList<Bars.Bar>();
    for (int i = 0; i < 4; i++) {
      bars.add(
          new Bars.Bar(
              words(random),
              random.nextInt(99),
              words(random),
              (double) random.nextInt(99),
              words(random)));
    }
    keepsLabelsApart(new Bars(new Caption("t", "d"), List.of("a", "b", "c"), bars).svg());
    var spans = new ArrayList<Spans.Span>();
    for (int i = 0; i < 4; i++) {
      double value = random.nextDouble() * 4;
      spans.add(
          new Spans.Span(
              words(random),
              value,
              value - 1,
              value + 1,
              words(random),
              random.nextDouble() * 4,
              words(random),
              words(random)));
    }
    keepsLabelsApart(new Spans(new Caption("t", "d"), 4, List.of("a", "b", "c", "d"), spans).svg());
    var stages = new ArrayList<Stages.Stage>();
    for (int i = 0; i < 7; i++)
      stages.add(new Stages.Stage(words(random), Stages.State.AHEAD, words(random)));
    keepsLabelsApart(new Stages(new Caption("t", "d"), List.of("a", "b"), stages).svg());
  }

  @Test
  void saysMarkupAsText() throws Exception {
    var evil = "<script>alert(\"1\")</script> & 'x' \u0000\uD800";
    var bars =
        new Bars(
            new Caption(evil, evil),
            List.of("a", "b", "c"),
            List.of(new Bars.Bar(evil, 1, evil, 2.0, evil)));

    var svg = parsed(bars.svg()).getDocumentElement();

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .startsWith("<script>alert(\"1\")</script> & 'x'");
  }

  @Test
  void wrapsAtSpacesAndInsideWordsThatAreTooWide() {
    assertThat(Lettering.wrap("Gouvernance et conformité réglementaire", 120, 14, true, 4))
        .containsExactly("Gouvernance et", "conformité", "réglementaire");
    assertThat(Lettering.wrap("Anticonstitutionnellement", 80, 14, false, 4))
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(Lettering.width(line, 14, false)).isLessThanOrEqualTo(80));
    assertThat(Lettering.wrap("one two three four five six seven", 50, 14, false, 2))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("…");
    assertThat(Lettering.wrap("", 50, 14, false, 2)).containsExactly("");
  }

  @Test
  void givesTheSameNumbersAsATable() {
    var table = Examples.radar().table();

    assertThat(table.columns()).containsExactly("Dimension", "Atteint", "Nécessaire");
    assertThat(table.rows()).hasSize(7);
    assertThat(table.rows().getFirst().heading()).isEqualTo("Stratégie & valeur des cas d’usage");
    assertThat(table.rows().getFirst().cells()).containsExactly("3,1 atteint", "2 nécessaire");
  }

  @Test
  void refusesARadarWithoutArea() {
    assertThatThrownBy(() -> new Radar(new Caption("t", "d"), 4, List.of("a", "b", "c"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String words(Random random) {
    var words =
        List.of(
            "Datenschutzfolgenabschätzung",
            "et",
            "conformité",
            "réglementaire",
            "Gesondheetsdaten",
            "de",
            "AI",
            "compétences",
            "l’infrastructure",
            "WWWW");
    var text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(6); i++)
      text.append(words.get(random.nextInt(words.size()))).append(' ');
    return text.toString().strip();
  }

  private record Box(String text, double left, double top, double right, double bottom) {

    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static void keepsLabelsApart(String source) throws Exception {
    var svg = parsed(source).getDocumentElement();
    var frame =
        new Box(
            "frame",
            0,
            0,
            Double.parseDouble(svg.getAttribute("width")),
            Double.parseDouble(svg.getAttribute("height")));
    var texts = svg.getElementsByTagName("text");
    var boxes = new ArrayList<Box>();
    for (int i = 0; i < texts.getLength(); i++) boxes.add(box((Element) texts.item(i)));
    for (var box : boxes) {
      assertThat(
              box.left() >= -0.1
                  && box.top() >= 0
                  && box.right() <= frame.right() + 0.1
                  && box.bottom() <= frame.bottom())
          .as("%s inside %s", box, frame)
          .isTrue();
      for (var other : boxes) {
        assertThat(box != other && box.touches(other)).as("%s touches %s", box, other).isFalse();
      }
    }
  }

  private static Box box(Element text) {
    int size = Integer.parseInt(text.getAttribute("font-size"));
    double width =
        Lettering.width(
            text.getTextContent(), size, text.getAttribute("font-weight").equals("600"));
    double x = Double.parseDouble(text.getAttribute("x"));
    double y = Double.parseDouble(text.getAttribute("y"));
    double left =
        switch (text.getAttribute("text-anchor")) {
          case "middle" -> x - width / 2;
          case "end" -> x - width;
          default -> x;
        };
    return new Box(text.getTextContent(), left, y - size * 0.75, left + width, y + size * 0.22);
  }

  private static Document parsed(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
