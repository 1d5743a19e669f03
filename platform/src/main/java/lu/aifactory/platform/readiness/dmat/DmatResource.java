package lu.aifactory.platform.readiness.dmat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.readiness.dmat.Scores.Band;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The scores of the Digital Maturity Assessment for programs.
@RestController
@RequestMapping("/api/engagements/{engagement}/readiness-dmat")
class DmatResource {

  private final Dmat dmat;

  DmatResource(Dmat dmat) {
    this.dmat = dmat;
  }

  /// @param version of the DMAT's framework
  /// @param dimensions from 0 to 100
  /// @param questions from 0 to 10, by the column of the file; empty where only dimensions were given
  record ScoresJson(
      String moment,
      String variant,
      String version,
      LocalDate date,
      List<BigDecimal> dimensions,
      BigDecimal overall,
      String band,
      Map<String, BigDecimal> questions) {

    static ScoresJson of(Scores scores) {
      var questions = new LinkedHashMap<String, BigDecimal>();
      for (int i = 0; i < scores.questions().size(); i++) {
        questions.put(Layout.QUESTIONS.get(i), scores.questions().get(i));
      }
      return new ScoresJson(
          scores.moment().name(),
          scores.variant().code(),
          scores.version(),
          scores.on(),
          scores.dimensions(),
          scores.overall(),
          Band.of(scores.overall()).code,
          questions);
    }
  }

  @Needs("readiness:read")
  @GetMapping
  List<ScoresJson> scores(@PathVariable UUID engagement) {
    return dmat.scores(new EngagementId(engagement)).stream().map(ScoresJson::of).toList();
  }

  /// Takes in a file; what is there already and says the same stays, so sending it twice does no harm.
  @Needs("readiness:answer")
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Outcome<List<ScoresJson>> bringIn(
      @PathVariable UUID engagement, @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    return dmat.bringIn(new EngagementId(engagement), DmatPages.content(file))
        .map(all -> all.stream().map(ScoresJson::of).toList());
  }

  @Needs("readiness:answer")
  @DeleteMapping("/{moment}")
  Outcome<List<ScoresJson>> takeOut(@PathVariable UUID engagement, @PathVariable String moment) {
    return dmat.takeOut(new EngagementId(engagement), DmatPages.moment(moment))
        .map(all -> all.stream().map(ScoresJson::of).toList());
  }

  @Needs("readiness:read")
  @GetMapping("/scores.csv")
  ResponseEntity<byte[]> csv(@PathVariable UUID engagement) throws IOException {
    var all = dmat.scores(new EngagementId(engagement));
    return DmatPages.file(ScoresFile.csv(all), DmatPages.CSV, "dmat-" + engagement + ".csv");
  }

  @Needs("readiness:read")
  @GetMapping("/scores.xlsx")
  ResponseEntity<byte[]> xlsx(@PathVariable UUID engagement) throws IOException {
    var all = dmat.scores(new EngagementId(engagement));
    return DmatPages.file(ScoresFile.xlsx(all), DmatPages.XLSX, "dmat-" + engagement + ".xlsx");
  }
}
