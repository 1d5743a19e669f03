package lu.aifactory.platform.fit4ai;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lu.aifactory.platform.documents.Report;
import lu.aifactory.platform.documents.ReportHead;
import lu.aifactory.platform.fit4ai.Review.Finding;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portfolio.IdeaId;
import lu.aifactory.platform.portfolio.PlannedRoadmap;
import lu.aifactory.platform.portfolio.Portfolio;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The report: objectives, quote, findings with recommendations, and the costed plan.
@Component
class Fit4AiReport {

  /// A label and what stands beside it.
  record Line(String label, String text) {}

  /// What was found of an idea.
  record Chapter(String title, String recommendation, String reason, List<Line> views) {}

  /// A step of the plan.
  record Step(
      String name, String owner, String begin, String end, String cost, String days, String after) {}

  private final Texts texts;
  private final Journey journey;
  private final Portfolio portfolio;
  private final CurrentPerson current;
  private final Clock clock;

  Fit4AiReport(
      Texts texts, Journey journey, Portfolio portfolio, CurrentPerson current, Clock clock) {
    this.texts = texts;
    this.journey = journey;
    this.portfolio = portfolio;
    this.current = current;
    this.clock = clock;
  }

  Report of(
      Review review,
      @Nullable Consultant consultant,
      QuoteCheck.@Nullable Result check,
      PlannedRoadmap plan,
      Locale language) {
    var model = new HashMap<String, Object>();
    model.put("back", "/fit4ai/" + review.id().value());
    model.put("objectives", review.objectives().lines().filter(line -> !line.isBlank()).toList());
    model.put("facts", facts(review, consultant, check, language));
    model.put(
        "chapters",
        review.findings().stream().map(finding -> chapter(finding, language)).toList());
    model.put("steps", steps(plan, language));
    model.put(
        "sum",
        say(
            language,
            "fit4ai.report.sum",
            List.of(String.valueOf(plan.cost()), String.valueOf(plan.days()))));
    var organisation =
        current.asSystem(
            "fit4ai", () -> journey.engagement(review.engagement()).organisationName());
    var head =
        new ReportHead(
            say(language, "fit4ai.report.title", List.of()),
            say(language, "fit4ai.report.subtitle", List.of()),
            organisation,
            say(language, "fit4ai.report.summary", List.of(organisation)),
            Today.of(clock));
    return new Report("fit4ai/report", language, head, model);
  }

  private List<Line> facts(
      Review review,
      @Nullable Consultant consultant,
      QuoteCheck.@Nullable Result check,
      Locale language) {
    var lines = new ArrayList<Line>();
    if (consultant != null) {
      lines.add(line(language, "fit4ai.consultant", consultant.name()));
    }
    var quote = review.quote();
    if (quote != null) {
      lines.add(
          line(
              language,
              "fit4ai.quote.cost",
              say(
                  language,
                  "fit4ai.euro",
                  List.of(QuoteCheck.euros(quote.consultantCost())))));
    }
    if (check != null && check.aid() != null) {
      lines.add(
          line(
              language,
              "fit4ai.quote.aid",
              say(language, "fit4ai.euro.unsure", List.of(QuoteCheck.euros(check.aid())))));
    }
    var verdict = review.verdict();
    if (verdict != null) lines.add(line(language, "fit4ai.verdict", verdict.note()));
    return List.copyOf(lines);
  }

  private Line line(Locale language, String label, String text) {
    return new Line(say(language, label, List.of()), text);
  }

  private Chapter chapter(Finding finding, Locale language) {
    return new Chapter(
        titleOf(finding.idea()),
        say(language, recommendation(finding), List.of()),
        finding.reason(),
        Arrays.stream(Review.View.values())
            .map(view ->
                line(
                    language,
                    "fit4ai.view." + view.code(),
                    finding.views().getOrDefault(view, "")))
            .toList());
  }

  String titleOf(IdeaId idea) {
    return current.asSystem("fit4ai", () -> portfolio.idea(idea).title());
  }

  static String recommendation(Finding finding) {
    return "portfolio.decision." + finding.recommendation().name().toLowerCase(Locale.ROOT);
  }

  private List<Step> steps(PlannedRoadmap plan, Locale language) {
    var names =
        plan.steps().stream()
            .collect(Collectors.toMap(one -> one.step().id(), one -> one.step().name()));
    return plan.steps().stream()
        .map(one ->
            new Step(
                one.step().name(),
                one.step().owner(),
                day(one.begin(), language),
                day(one.end(), language),
                String.valueOf(one.step().cost()),
                String.valueOf(one.step().days()),
                one.step().after().stream()
                    .map(names::get)
                    .sorted()
                    .collect(Collectors.joining(", "))))
        .toList();
  }

  private String day(LocalDate day, Locale language) {
    return say(language, "fit4ai.day", List.of("@" + day));
  }

  private String say(Locale language, String key, List<?> arguments) {
    return texts.in(language, key, arguments);
  }
}
