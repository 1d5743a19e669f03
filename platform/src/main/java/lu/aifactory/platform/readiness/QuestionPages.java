package lu.aifactory.platform.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.readiness.Assessment.Recorded;
import lu.aifactory.platform.readiness.Questionnaire.Item;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One question a page; every answer is saved as it is given.
@Controller
class QuestionPages {

  private final Readiness readiness;
  private final Texts texts;

  QuestionPages(Readiness readiness, Texts texts) {
    this.readiness = readiness;
    this.texts = texts;
  }

  @Needs("readiness:answer")
  @GetMapping("/readiness/{assessment}/questions/{item}")
  String question(
      @PathVariable UUID assessment, @PathVariable String item, Locale language, Model model) {
    var stored = readiness.assessment(new AssessmentId(assessment));
    if (stored.finished()) {
      return "redirect:" + Links.report(stored.id());
    }
    return page(model, stored, item, filled(stored, item), language);
  }

  @Needs("readiness:answer")
  @PostMapping("/readiness/{assessment}/questions/{item}")
  String answer(
      @PathVariable UUID assessment,
      @PathVariable String item,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    return save(new AssessmentId(assessment), item, Form.of(typed), language, model, null);
  }

  @Needs("readiness:answer")
  @PostMapping("/readiness/{assessment}/questions/{item}/later")
  String answerLater(
      @PathVariable UUID assessment,
      @PathVariable String item,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new AssessmentId(assessment);
    var form = Form.of(typed);
    var overview = Links.overview(readiness.assessment(id).engagement());
    return form.value("answer").isEmpty()
        ? "redirect:" + overview
        : save(id, item, form, language, model, overview);
  }

  private String save(
      AssessmentId id,
      String item,
      Form form,
      Locale language,
      Model model,
      @Nullable String afterwards) {
    return switch (readiness.answer(id, item, given(form))) {
      case Outcome.Done<Assessment>(var saved) ->
          "redirect:" + (afterwards == null ? following(saved, item) : afterwards);
      case Outcome.Refused<Assessment>(ReadinessRefusal.Finished _) ->
          "redirect:" + Links.report(id);
      case Outcome.Refused<Assessment>(ReadinessRefusal.NotAsked _) ->
          throw new NotVisible("item " + item);
      case Outcome.Refused<Assessment>(Refusal.Changed(int now)) -> {
        var stored = readiness.assessment(id);
        model.addAttribute("changes", List.of(difference(stored, item, form, language)));
        yield page(model, stored, item, form.with("version", now), language);
      }
      case Outcome.Refused<Assessment>(var why) ->
          page(model, readiness.assessment(id), item, form.with(why), language);
    };
  }

  /// The next question in order; once all are answered, the list of answers.
  private static String following(Assessment assessment, String item) {
    var asked = assessment.asked();
    int place = place(assessment, item);
    return assessment.open().isEmpty() || place + 1 >= asked.size()
        ? Links.check(assessment.id())
        : Links.question(assessment.id(), asked.get(place + 1).id());
  }

  private static int place(Assessment assessment, String item) {
    var ids = assessment.asked().stream().map(Item::id).toList();
    if (!ids.contains(item)) {
      throw new NotVisible("item " + item);
    }
    return ids.indexOf(item);
  }

  private static Form filled(Assessment assessment, String item) {
    var recorded = assessment.answerTo(item);
    var form = Form.empty().with("version", recorded.map(Recorded::version).orElse(0));
    return switch (recorded.map(Recorded::answer).orElse(null)) {
      case null -> form;
      case Answer.AtLevel(int level, var evidence, var note) ->
          form.with("answer", level).with("evidence", evidence.key()).with("note", note);
      case Answer.DontKnow() -> form.with("answer", Given.DONT_KNOW);
      case Answer.NotApplicable(var reason) ->
          form.with("answer", Given.NOT_APPLICABLE).with("reason", reason);
    };
  }

  private static Given given(Form form) {
    var answer = form.value("answer");
    boolean level = answer.matches("[0-9]");
    var version = form.value("version");
    var evidence = form.value("evidence");
    return new Given(
        level ? Given.LEVEL : answer,
        level ? Integer.valueOf(answer) : null,
        form.value("reason"),
        evidence,
        form.value("note"),
        version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null);
  }

  private Difference difference(Assessment stored, String item, Form form, Locale language) {
    var asked = stored.questionnaire().item(item).orElseThrow();
    var words = new AnswerWords(texts, language, stored);
    var theirs =
        stored.answerTo(item).map(recorded -> words.of(asked, recorded.answer())).orElse("");
    var yours =
        switch (given(form).checked()) {
          case Outcome.Done<Answer>(var answer) -> words.of(asked, answer);
          case Outcome.Refused<Answer> _ -> form.value("answer");
        };
    return new Difference(asked.title().in(language), theirs, yours);
  }

  private String page(
      Model model, Assessment assessment, String itemId, Form form, Locale language) {
    int place = place(assessment, itemId);
    var asked = assessment.asked();
    var item = asked.get(place);
    var dimension = assessment.questionnaire().dimension(item.dimension());
    model.addAttribute("form", form);
    model.addAttribute("step", place + 1);
    model.addAttribute("total", asked.size());
    model.addAttribute("topic", dimension.yours().in(language));
    // Not "question", "why" and "example": the portal's fragments have parameters of these names.
    model.addAttribute("itemQuestion", item.question().in(language));
    model.addAttribute("itemWhy", item.why().in(language));
    model.addAttribute("itemExample", item.evidence().in(language));
    model.addAttribute("answers", choices(item, language));
    model.addAttribute("evidences", evidences(form));
    model.addAttribute("action", Links.question(assessment.id(), itemId));
    model.addAttribute(
        "back",
        place == 0
            ? Links.facts(assessment.id())
            : Links.question(assessment.id(), asked.get(place - 1).id()));
    return "readiness/question";
  }

  private static List<Choice> choices(Item item, Locale language) {
    var choices = new ArrayList<Choice>();
    for (int level = 0; level < item.levels().size(); level++) {
      choices.add(Choice.text(String.valueOf(level), item.levels().get(level).in(language)));
    }
    choices.add(Choice.key(Given.DONT_KNOW, "readiness.answer.dont-know"));
    choices.add(
        Choice.key(
            Given.NOT_APPLICABLE,
            "readiness.answer.not-applicable",
            "readiness.answer.not-applicable.hint"));
    return choices;
  }

  private static List<Choice> evidences(Form form) {
    var choices = new ArrayList<Choice>();
    choices.add(Choice.key(Evidence.SELF_DECLARED.key(), "readiness.evidence.self-declared"));
    choices.add(Choice.key(Evidence.DOCUMENT_SEEN.key(), "readiness.evidence.document-seen"));
    if (form.value("evidence").equals(Evidence.VERIFIED_BY_ADVISOR.key())) {
      return List.of();
    }
    return choices;
  }
}
