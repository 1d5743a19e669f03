package lu.aifactory.platform.readiness;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.documents.Report;
import lu.aifactory.platform.documents.ReportHead;
import lu.aifactory.platform.documents.Title;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.stereotype.Component;

/// The result of a finished assessment as a sealed PDF, one for each language.
@Component
class SealedReports {

  private final Readiness readiness;
  private final Documents documents;
  private final Journey journey;
  private final Texts texts;
  private final Clock clock;

  SealedReports(
      Readiness readiness, Documents documents, Journey journey, Texts texts, Clock clock) {
    this.readiness = readiness;
    this.documents = documents;
    this.journey = journey;
    this.texts = texts;
    this.clock = clock;
  }

  /// Seals the result; a second time it is the same document.
  Outcome<Document> seal(AssessmentId id, Locale language) {
    var assessment = readiness.assessment(id);
    if (!assessment.finished()) {
      return Outcome.refused(new ReadinessRefusal.Unfinished());
    }
    var organisation = journey.engagement(assessment.engagement()).organisationName();
    var words = new ReportWords(texts, language, assessment);
    var view = words.report(readiness.comparison(id), clock.instant());
    var head =
        new ReportHead(
            texts.in(language, "readiness.report.title", List.of()),
            texts.in(
                language,
                "readiness.sealed.subtitle",
                List.of(assessment.questionnaire().version())),
            organisation,
            view.finding(),
            view.date());
    return documents.seal(
        id,
        documentOf(id, language),
        new Title("readiness.sealed.title", List.of(organisation)),
        new Report("readiness/sealed", language, head, Map.of("report", view)));
  }

  /// The same result in the same language always has the same document.
  private static DocumentId documentOf(AssessmentId id, Locale language) {
    var name = "readiness " + id.value() + " " + language.getLanguage();
    return new DocumentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
