package lu.aifactory.platform.readiness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.documents.Report;
import lu.aifactory.platform.documents.ReportHead;
import lu.aifactory.platform.documents.Title;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.SecretFile;
import org.springframework.stereotype.Component;

/// The result of a finished assessment as a sealed PDF, one for each language.
@Component
class SealedReports {

  private static final String ALGORITHM = "HmacSHA256";

  private final Readiness readiness;
  private final Documents documents;
  private final Journey journey;
  private final Texts texts;
  private final Clock clock;
  private final SecretKey key;

  SealedReports(
      Readiness readiness,
      Documents documents,
      Journey journey,
      Texts texts,
      Clock clock,
      Home home)
      throws IOException {
    this.readiness = readiness;
    this.documents = documents;
    this.journey = journey;
    this.texts = texts;
    this.clock = clock;
    this.key = key(new SecretFile(home.keys().resolve("readiness.key")));
  }

  /// Seals the result; a second time it is the same document.
  Outcome<Document> seal(AssessmentId id, Locale language) {
    var assessment = readiness.assessment(id);
    if (!assessment.finished()) {
      return Outcome.refused(new ReadinessRefusal.Unfinished());
    }
    var organisation = journey.engagement(assessment.engagement()).organisationName();
    var words = new ReportWords(texts, language, assessment);
    var view =
        words.report(
            readiness.comparison(id), readiness.course(id), readiness.backing(id), clock.instant());
    var head =
        new ReportHead(
            texts.in(language, "readiness.report.title", List.of()),
            texts.in(
                language,
                "readiness.sealed.subtitle",
                List.of(
                    assessment.questionnaire().title().in(language),
                    assessment.questionnaire().version())),
            organisation,
            view.finding(),
            view.date());
    return documents.seal(
        id,
        documentOf(id, language),
        new Title("readiness.sealed.title", List.of(organisation)),
        new Report("readiness/sealed", language, head, Map.of("report", view)));
  }

  private static SecretKey key(SecretFile file) throws IOException {
    var fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    return new SecretKeySpec(file.exists() ? file.read() : file.createOrRead(fresh), ALGORITHM);
  }

  /// The same result in the same language always has the same document. Its id hangs on a secret, so that nobody can
  /// store something else under it before.
  private DocumentId documentOf(AssessmentId id, Locale language) {
    var name = "readiness " + id.value() + " " + language.getLanguage();
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return new DocumentId(
          UUID.nameUUIDFromBytes(mac.doFinal(name.getBytes(StandardCharsets.UTF_8))));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has " + ALGORITHM, absent);
    }
  }
}
