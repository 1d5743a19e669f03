package lu.aifactory.platform.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.engines.portfolio.Judgement;
import lu.aifactory.engines.portfolio.Sensitivity;
import lu.aifactory.platform.charts.Bubbles;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.Tone;
import org.jspecify.annotations.Nullable;

/// A ranking in the reader's words.
record RankingWords(Texts texts, Locale language, Criteria criteria, Ranking ranking) {

  private static final int SURE = 95;

  /// An idea in the list.
  ///
  /// @param rank its place by priority; null when it has none
  /// @param proposal what the method says
  /// @param decision what people decided; null while nobody has
  record Line(
      @Nullable Integer rank,
      String title,
      String href,
      String priority,
      Tone tone,
      String proposal,
      String why,
      @Nullable String decision,
      @Nullable Tone decisionTone) {}

  List<Line> lines() {
    var lines = new ArrayList<Line>();
    int rank = 0;
    for (var place : ranking.places()) {
      var ranked = place.judgement() instanceof Judgement.Ranked;
      if (ranked) rank++;
      lines.add(line(place, ranked ? rank : null));
    }
    return lines;
  }

  private Line line(Ranking.Place place, @Nullable Integer rank) {
    var idea = place.idea();
    var decided = idea.decided();
    return new Line(
        rank,
        idea.title(),
        "/portfolio/ideas/" + idea.id().value(),
        place.judgement() instanceof Judgement.Ranked one ? number(one.priority()) : "–",
        tone(place.judgement()),
        proposal(place.judgement()),
        why(place),
        decided == null ? null : say(Portfolio.key(decided.what())),
        decided == null ? null : tone(decided.what()));
  }

  /// What the method proposes.
  String proposal(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Ranked ranked -> say(Portfolio.key(ranked.decision()));
      case Judgement.Open _ -> say("portfolio.proposal.open");
      case Judgement.Vetoed _ -> say(Portfolio.key(Decision.REJECT));
    };
  }

  Tone tone(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Ranked ranked -> tone(ranked.decision());
      case Judgement.Open _ -> Tone.OPEN;
      case Judgement.Vetoed _ -> Tone.TROUBLE;
    };
  }

  private static Tone tone(Decision decision) {
    return switch (decision) {
      case INVEST -> Tone.DONE;
      case DEFER -> Tone.WAITING;
      case REJECT -> Tone.TROUBLE;
    };
  }

  /// Why the method proposes that, and how far it hangs on the weights.
  String why(Ranking.Place place) {
    return switch (place.judgement()) {
      case Judgement.Ranked ranked -> because(place.idea(), ranked) + sureness(place.idea());
      case Judgement.Open(_, var open) -> say("portfolio.why.open", open.size(), names(open));
      case Judgement.Vetoed(_, var vetoes) -> say("portfolio.why.vetoed", vetoTexts(vetoes));
    };
  }

  private String because(Idea idea, Judgement.Ranked ranked) {
    var value = percent(ranked.value());
    var probability = percent(ranked.probability());
    var weak = criteria.method(ranking.weights()).weak(idea.candidate());
    if (ranked.decision() == Decision.DEFER
        && !weak.isEmpty()
        && ranked.priority() >= criteria.investFrom()) {
      return say("portfolio.why.weak", value, probability, names(weak));
    }
    return say("portfolio.why.ranked", value, probability);
  }

  private String sureness(Idea idea) {
    return ranking
        .ranks(idea)
        .filter(ranks -> Math.round(100 * ranks.sameDecision()) < SURE)
        .map(ranks -> " " + say("portfolio.why.unsure", percent(ranks.sameDecision())))
        .orElse("");
  }

  /// How many ideas there are, and which of them people decided to invest in.
  String finding() {
    var invested =
        ranking.places().stream()
            .map(Ranking.Place::idea)
            .filter(idea -> idea.decided() != null && idea.decided().what() == Decision.INVEST)
            .map(Idea::title)
            .toList();
    return invested.isEmpty()
        ? say("portfolio.sealed.finding.none", ranking.places().size())
        : say(
            "portfolio.sealed.finding",
            ranking.places().size(),
            invested.size(),
            "“" + String.join("”, “", invested) + "”");
  }

  /// What people decided on an idea, and why.
  ///
  /// @param why what the method said
  record Reason(String title, String decision, String reason, String why, String by) {}

  List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    for (var place : ranking.places()) {
      var decided = place.idea().decided();
      if (decided != null) {
        var by = say("portfolio.sealed.by", decided.by(), texts.day(decided.at()));
        reasons.add(
            new Reason(
                place.idea().title(),
                say(Portfolio.key(decided.what())),
                decided.reason(),
                why(place),
                by));
      }
    }
    return reasons;
  }

  /// A criterion, the score of an idea and what that means.
  record ScoreLine(String name, String score, String anchor) {}

  List<ScoreLine> scores(Idea idea) {
    return criteria.criteria().stream()
        .map(one -> {
          var score = idea.scores().get(one.id());
          return score == null
              ? new ScoreLine(one.name().in(language), "–", say("portfolio.score.open"))
              : new ScoreLine(
                  one.name().in(language),
                  String.valueOf(score),
                  one.anchors().get(score - 1).in(language));
        })
        .toList();
  }

  /// What would have to happen before the idea is no longer forbidden.
  List<String> whatClears(Idea idea) {
    return criteria.vetoes().stream()
        .filter(one -> idea.vetoes().contains(one.id()))
        .map(one -> one.clear().in(language))
        .toList();
  }

  /// The pairs whose order hangs on the weights, as sentences.
  List<String> reversals() {
    var titles = ranking.titles();
    return ranking.sensitivity().reversals().stream()
        .map((Sensitivity.Reversal one) ->
            say(
                "portfolio.reversal",
                titles.getOrDefault(one.higher(), ""),
                titles.getOrDefault(one.lower(), ""),
                percent(one.share())))
        .toList();
  }

  /// Value over probability of success; what has no priority is not in it.
  Bubbles picture() {
    var bubbles = new ArrayList<Bubbles.Bubble>();
    for (var place : ranking.places()) {
      if (place.judgement() instanceof Judgement.Ranked ranked) {
        bubbles.add(
            new Bubbles.Bubble(
                place.idea().title(),
                ranked.probability(),
                ranked.value(),
                affordable(place.idea()),
                look(ranked.decision()),
                List.of(percent(ranked.value()), percent(ranked.probability()))));
      }
    }
    return new Bubbles(
        new Caption(say("portfolio.picture.title"), say("portfolio.picture.text", bubbles.size())),
        List.of(
            say("portfolio.column.idea"),
            say("portfolio.column.value"),
            say("portfolio.column.probability")),
        say("portfolio.column.probability"),
        say("portfolio.column.value"),
        bubbles);
  }

  private static double affordable(Idea idea) {
    return (idea.scores().getOrDefault("cost", 3) - 1) / 4.0;
  }

  private static Bubbles.Look look(Decision decision) {
    return switch (decision) {
      case INVEST -> Bubbles.Look.STRONG;
      case DEFER -> Bubbles.Look.RING;
      case REJECT -> Bubbles.Look.PALE;
    };
  }

  private String names(List<String> ids) {
    return String.join(
        ", ",
        criteria.criteria().stream()
            .filter(one -> ids.contains(one.id()))
            .map(one -> one.name().in(language))
            .toList());
  }

  private String vetoTexts(List<String> ids) {
    return String.join(
        " ",
        criteria.vetoes().stream()
            .filter(one -> ids.contains(one.id()))
            .map(one -> one.text().in(language))
            .toList());
  }

  private static String number(double priority) {
    return String.valueOf(Math.round(priority));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "\u00a0%";
  }

  private String say(String key, Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }
}
