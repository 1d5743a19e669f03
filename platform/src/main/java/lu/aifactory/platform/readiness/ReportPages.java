package lu.aifactory.platform.readiness;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.documents.OpenedDocument;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Check your answers, finish, and the report.
@Controller
class ReportPages {

  private final Readiness readiness;
  private final SealedReports sealedReports;
  private final Documents documents;
  private final Texts texts;
  private final Clock clock;

  ReportPages(
      Readiness readiness,
      SealedReports sealedReports,
      Documents documents,
      Texts texts,
      Clock clock) {
    this.readiness = readiness;
    this.sealedReports = sealedReports;
    this.documents = documents;
    this.texts = texts;
    this.clock = clock;
  }

  @Needs("readiness:read")
  @GetMapping("/readiness/{assessment}/check")
  String check(@PathVariable UUID assessment, Locale language, Authentication caller, Model model) {
    return checkPage(
        model, readiness.assessment(new AssessmentId(assessment)), Form.empty(), language, caller);
  }

  @Needs("readiness:answer")
  @PostMapping("/readiness/{assessment}/finish")
  String finish(
      @PathVariable UUID assessment, Locale language, Authentication caller, Model model) {
    var id = new AssessmentId(assessment);
    return switch (readiness.finish(id)) {
      case Outcome.Done<Assessment> _ -> "redirect:" + Links.report(id);
      case Outcome.Refused<Assessment>(ReadinessRefusal.Finished _) ->
          "redirect:" + Links.report(id);
      case Outcome.Refused<Assessment>(var why) ->
          checkPage(model, readiness.assessment(id), Form.empty().with(why), language, caller);
    };
  }

  @Needs("readiness:read")
  @GetMapping("/readiness/{assessment}")
  String report(@PathVariable UUID assessment, Locale language, Model model) {
    var stored = readiness.assessment(new AssessmentId(assessment));
    if (!stored.finished()) {
      return "redirect:" + Links.check(stored.id());
    }
    model.addAttribute("base", Links.report(stored.id()));
    model.addAttribute("engagement", stored.engagement().value());
    model.addAttribute(
        "report",
        new ReportWords(texts, language, stored)
            .report(
                readiness.comparison(stored.id()),
                readiness.course(stored.id()),
                readiness.backing(stored.id()),
                clock.instant()));
    return "readiness/report";
  }

  @Needs("document:write")
  @PostMapping("/readiness/{assessment}/sealed")
  String seal(@PathVariable UUID assessment, Locale language) {
    var id = new AssessmentId(assessment);
    return switch (sealedReports.seal(id, language)) {
      case Outcome.Done<Document>(var document) ->
          "redirect:" + Links.report(id) + "/sealed/" + document.id().value();
      case Outcome.Refused<Document> _ -> "redirect:" + Links.check(id);
    };
  }

  @Needs("document:read")
  @GetMapping("/readiness/{assessment}/sealed/{document}")
  ResponseEntity<InputStreamResource> sealed(
      @PathVariable UUID assessment, @PathVariable UUID document) {
    return switch (documents.open(new DocumentId(document))) {
      case Outcome.Done<OpenedDocument>(var opened)
          when opened.document().about().equals(assessment) ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_PDF)
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  ContentDisposition.attachment()
                      .filename(opened.document().fileName(), StandardCharsets.UTF_8)
                      .build()
                      .toString())
              .body(new InputStreamResource(opened.content()));
      default -> throw new NotVisible("document " + document);
    };
  }

  private String checkPage(
      Model model, Assessment assessment, Form form, Locale language, Authentication caller) {
    if (assessment.finished()) {
      return "redirect:" + Links.report(assessment.id());
    }
    model.addAttribute("form", form);
    model.addAttribute("assessment", assessment);
    model.addAttribute("base", Links.report(assessment.id()));
    model.addAttribute("overview", Links.overview(assessment.engagement()));
    model.addAttribute("open", assessment.open().size());
    model.addAttribute(
        "facts",
        assessment.questionnaire().triggers().stream()
            .filter(trigger -> assessment.triggers().contains(trigger.id()))
            .map(trigger -> trigger.text().in(language))
            .toList());
    model.addAttribute("rows", new AnswerWords(texts, language, assessment).rows());
    model.addAttribute("mayAnswer", holds(caller, "readiness:answer"));
    model.addAttribute("mayVerify", holds(caller, "readiness:verify-evidence"));
    return "readiness/check";
  }

  private static boolean holds(Authentication caller, String permission) {
    return caller.getAuthorities().stream()
        .anyMatch(authority -> permission.equals(authority.getAuthority()));
  }
}
