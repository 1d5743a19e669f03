package lu.aifactory.platform.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Open;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// All parts of the look on two pages, to look at. Not shipped.
@Controller
@TestComponent
class PreviewPages {

  @Open("a page of the tests")
  @GetMapping("/preview")
  String parts(Model model) {
    var query = ListQuery.first("name").toggled("state", "waiting").withPage(2);
    var counts = Map.of("state", Map.of("waiting", 61L, "work", 12L, "done", 208L, "trouble", 3L));
    model
        .addAttribute(
            "stages",
            List.of(
                "portal.wizard.back",
                "portal.wizard.go",
                "portal.next-step",
                "portal.list.search",
                "portal.list.next",
                "portal.answers.change",
                "portal.menu.label"))
        .addAttribute("page", new Page<>(List.of(1, 2, 3, 4), 61, query, counts))
        .addAttribute("states", states())
        .addAttribute("timeline", timeline())
        .addAttribute(
            "changes",
            List.of(
                new Difference(
                    "Business value",
                    "Less waste: 9 % of bread is thrown away.",
                    "Waste falls from 9 % to 5 %.")))
        .addAttribute("decision", decision());
    return "preview/parts";
  }

  @Open("a page of the tests")
  @GetMapping("/preview/form")
  String form(Model model) {
    var form =
        Form.empty()
            .with("kind", "till")
            .with("rows", "many")
            .with("words", "We bake at night and guess.")
            .with(new Fault("rows", "portal.form.example", List.of("12000")))
            .with(new Fault("email", "portal.form.choose"));
    model
        .addAttribute("form", form)
        .addAttribute("states", states())
        .addAttribute("kinds", kinds())
        .addAttribute(
            "answers",
            List.of(
                new Answer("What do you want to reach?", "Less waste in 14 shops", "/start/1"),
                new Answer("How many people work for you?", "45", "/start/2"),
                new Answer("What data do you have?", null, "/start/3")));
    return "preview/form";
  }

  private static List<Choice> states() {
    return List.of(
        Choice.text("waiting", "Waiting"),
        Choice.text("work", "In work"),
        Choice.text("done", "Signed off"),
        Choice.text("trouble", "Late"));
  }

  private static List<Choice> kinds() {
    return List.of(
        Choice.text("till", "Till receipts", "One line for each sale, exported from the till"),
        Choice.text("plan", "Baking plans"),
        Choice.text("none", "Nothing yet", "That is fine: many start there"));
  }

  private static List<TimelineEntry> timeline() {
    var now = Instant.now();
    return List.of(
        new TimelineEntry(
            now, Tone.WAITING, "The bakery was asked for its till receipts", "Claire Weber", null),
        new TimelineEntry(
            now.minusSeconds(86_400),
            Tone.DONE,
            "Readiness answered: 58 of 100",
            "Marc Schmit",
            "/readiness"),
        new TimelineEntry(
            now.minusSeconds(400_000), Tone.OPEN, "Claire Weber became the advisor", null, null));
  }

  private static Decision decision() {
    return new Decision(
        Tone.DONE,
        "Eligible",
        "Your project can have up to 70 % of its cost, at most EUR 17,500.",
        List.of(
            new Decision.Reason(
                "You are a small enterprise: 45 people and EUR 3.2 million turnover in both of the last two years.",
                "Recommendation 2003/361/EC, Annex, Art. 2",
                "https://eur-lex.europa.eu/",
                LocalDate.of(2026, 11, 3)),
            new Decision.Reason("The work has not started.", "Law of 6 June 2025", null, null)),
        List.of(
            "A parent company holding more than half of the shares.",
            "A start before the answer to the application."),
        "Write to your advisor. Somebody who did not decide before looks at it again.");
  }
}
