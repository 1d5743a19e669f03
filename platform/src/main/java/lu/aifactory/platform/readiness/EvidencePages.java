package lu.aifactory.platform.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the advisor says what an answer rests on, with the document that shows it.
@Controller
class EvidencePages {

  private final Readiness readiness;
  private final Documents documents;
  private final Texts texts;

  EvidencePages(Readiness readiness, Documents documents, Texts texts) {
    this.readiness = readiness;
    this.documents = documents;
    this.texts = texts;
  }

  @Needs("readiness:verify-evidence")
  @GetMapping("/readiness/{assessment}/questions/{item}/evidence")
  String evidence(
      @PathVariable UUID assessment, @PathVariable String item, Locale language, Model model) {
    var stored = readiness.assessment(new AssessmentId(assessment));
    var recorded = stored.answerTo(item);
    var form =
        Form.empty()
            .with("evidence", Evidence.VERIFIED_BY_ADVISOR.key())
            .with(
                "document",
                recorded
                    .flatMap(one -> Optional.ofNullable(one.document()))
                    .map(document -> document.value().toString())
                    .orElse(""));
    return page(model, stored, item, form, language);
  }

  @Needs("readiness:verify-evidence")
  @PostMapping("/readiness/{assessment}/questions/{item}/evidence")
  String mark(
      @PathVariable UUID assessment,
      @PathVariable String item,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new AssessmentId(assessment);
    var form = Form.of(typed);
    return switch (marking(form).then(marking -> readiness.verifyEvidence(id, item, marking))) {
      case Outcome.Done<Assessment> _ -> "redirect:" + Links.check(id);
      case Outcome.Refused<Assessment>(ReadinessRefusal.Finished _) ->
          "redirect:" + Links.report(id);
      case Outcome.Refused<Assessment>(ReadinessRefusal.NotAsked _) ->
          throw new NotVisible("item " + item);
      case Outcome.Refused<Assessment>(var why) ->
          page(model, readiness.assessment(id), item, form.with(why), language);
    };
  }

  private static Outcome<Marking> marking(Form form) {
    var document = form.value("document");
    try {
      return Outcome.done(
          new Marking(
              form.value("evidence"),
              document.isEmpty() ? null : UUID.fromString(document),
              form.value("note")));
    } catch (IllegalArgumentException noId) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("document", "readiness.fault.document"))));
    }
  }

  private String page(
      Model model, Assessment assessment, String itemId, Form form, Locale language) {
    if (assessment.finished()) return "redirect:" + Links.report(assessment.id());
    var item =
        assessment.asked().stream()
            .filter(one -> one.id().equals(itemId))
            .findFirst()
            .orElseThrow(() -> new NotVisible("item " + itemId));
    var recorded = assessment.answerTo(itemId);
    if (recorded.isEmpty()) return "redirect:" + Links.check(assessment.id());
    model.addAttribute("form", form);
    model.addAttribute("itemTitle", item.title().in(language));
    model.addAttribute("itemExample", item.evidence().in(language));
    model.addAttribute(
        "itemAnswer",
        new AnswerWords(texts, language, assessment).of(item, recorded.get().answer()));
    model.addAttribute("action", Links.evidence(assessment.id(), itemId));
    model.addAttribute("back", Links.check(assessment.id()));
    model.addAttribute(
        "kinds",
        Stream.of(Evidence.VERIFIED_BY_ADVISOR, Evidence.DOCUMENT_SEEN)
            .map(one -> Choice.key(one.key(), "readiness.evidence.mark." + one.key()))
            .toList());
    model.addAttribute(
        "papers",
        Stream.concat(
                documents.about(assessment.engagement()).stream(),
                documents.about(assessment.id()).stream())
            .map(one ->
                Choice.text(one.id().value().toString(), one.fileName() + " · " + one.reference()))
            .toList());
    return "readiness/evidence";
  }
}
