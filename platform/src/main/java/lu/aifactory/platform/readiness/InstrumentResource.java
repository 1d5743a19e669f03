package lu.aifactory.platform.readiness;

import java.time.Instant;
import java.util.List;
import lu.aifactory.platform.readiness.norms.Norms;
import lu.aifactory.platform.shared.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How good the questionnaires are, and the norms, for programs.
@RestController
class InstrumentResource {

  private final Instrument instrument;
  private final InstrumentRules rules;

  InstrumentResource(Instrument instrument, InstrumentRules rules) {
    this.instrument = instrument;
    this.rules = rules;
  }

  /// @param completeAnswers from how many companies at least a dimension is judged
  /// @param normCompanies from how many companies at least anything is told
  record InstrumentJson(int completeAnswers, int normCompanies, List<SheetJson> questionnaires) {}

  record SheetJson(String id, int version, List<LineJson> dimensions, List<NormJson> norms) {}

  /// @param figures absent while there are too few answers
  record LineJson(
      String dimension,
      int items,
      @Nullable Integer companies,
      @Nullable Instant workedOutAt,
      @Nullable ReliabilityFigures figures) {}

  record NormJson(
      String sector,
      String sectorGroup,
      String size,
      int companies,
      long lowerQuartile,
      long median,
      long upperQuartile,
      Instant asOf) {

    static NormJson of(Norms norms) {
      return new NormJson(
          norms.cell().sector(),
          norms.cell().group(),
          norms.cell().size(),
          norms.companies(),
          Math.round(norms.quantile(0.25)),
          Math.round(norms.quantile(0.5)),
          Math.round(norms.quantile(0.75)),
          norms.asOf());
    }
  }

  @Needs("instrument:read")
  @GetMapping("/api/instrument")
  InstrumentJson instrument() {
    return new InstrumentJson(
        rules.completeAnswers(),
        rules.normCompanies(),
        instrument.sheets().stream().map(this::sheet).toList());
  }

  private SheetJson sheet(Instrument.Sheet sheet) {
    return new SheetJson(
        sheet.questionnaire().id(),
        sheet.questionnaire().version(),
        sheet.lines().stream().map(this::line).toList(),
        sheet.norms().stream().map(NormJson::of).toList());
  }

  private LineJson line(Instrument.Line line) {
    var figures = line.figures().orElse(null);
    int companies = figures == null ? line.companies() : figures.companies();
    return new LineJson(
        line.dimension().id(),
        line.items(),
        companies < rules.normCompanies() ? null : companies,
        figures == null ? null : figures.workedOutAt(),
        figures == null ? null : figures.figures());
  }
}
