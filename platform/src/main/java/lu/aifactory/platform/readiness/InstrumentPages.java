package lu.aifactory.platform.readiness;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.readiness.ReliabilityFigures.Estimate;
import lu.aifactory.platform.shared.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How good the questionnaires are, and the norms, for those who look after the method.
@Controller
class InstrumentPages {

  private final Instrument instrument;
  private final InstrumentRules rules;
  private final Texts texts;

  InstrumentPages(Instrument instrument, InstrumentRules rules, Texts texts) {
    this.instrument = instrument;
    this.rules = rules;
    this.texts = texts;
  }

  @Needs("instrument:read")
  @GetMapping("/instrument")
  String page(Locale language, Model model) {
    var words = new InstrumentWords(texts, language, rules);
    model.addAttribute("sheets", instrument.sheets().stream().map(words::of).toList());
    model.addAttribute("companies", rules.normCompanies());
    model.addAttribute("answers", rules.completeAnswers());
    return "readiness/instrument";
  }

  @Needs("instrument:read")
  @GetMapping("/instrument/reliability.csv")
  void reliability(HttpServletResponse response) throws IOException {
    var csv =
        begin(
            response,
            "reliability.csv",
            "questionnaire",
            "version",
            "dimension",
            "item",
            "statistic",
            "value",
            "low",
            "high",
            "companies",
            "worked out");
    for (var sheet : instrument.sheets()) {
      for (var line : sheet.lines()) {
        if (line.figures().isEmpty()) continue;
        var consistency = line.figures().get();
        var figures = consistency.figures();
        row(csv, sheet, consistency, "", "alpha", figures.alpha());
        row(csv, sheet, consistency, "", "omega", figures.omega());
        for (var item : figures.items()) {
          row(csv, sheet, consistency, item.item(), "item-rest", item.rest());
        }
      }
    }
  }

  @Needs("instrument:read")
  @GetMapping("/instrument/norms.csv")
  void norms(HttpServletResponse response) throws IOException {
    var csv =
        begin(
            response,
            "norms.csv",
            "questionnaire",
            "version",
            "sector",
            "sector group",
            "size",
            "companies",
            "lower quartile",
            "median",
            "upper quartile",
            "as of");
    for (var sheet : instrument.sheets()) {
      for (var norms : sheet.norms()) {
        csv.row(
            List.of(
                sheet.questionnaire().id(),
                sheet.questionnaire().version(),
                norms.cell().sector(),
                norms.cell().group(),
                norms.cell().size(),
                norms.companies(),
                Math.round(norms.quantile(0.25)),
                Math.round(norms.quantile(0.5)),
                Math.round(norms.quantile(0.75)),
                norms.asOf()));
      }
    }
  }

  private static void row(
      Csv csv,
      Instrument.Sheet sheet,
      Consistency consistency,
      String item,
      String statistic,
      @Nullable Estimate estimate)
      throws IOException {
    csv.row(
        Arrays.asList(
            sheet.questionnaire().id(),
            sheet.questionnaire().version(),
            consistency.dimension(),
            item,
            statistic,
            estimate == null ? null : estimate.value(),
            estimate == null ? null : estimate.low(),
            estimate == null ? null : estimate.high(),
            consistency.companies(),
            consistency.workedOutAt()));
  }

  private static Csv begin(HttpServletResponse response, String file, String... columns)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return Csv.to(response.getWriter(), List.of(columns));
  }
}
