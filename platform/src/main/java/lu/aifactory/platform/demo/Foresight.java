package lu.aifactory.platform.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.portfolio.IdeaId;
import lu.aifactory.platform.portfolio.NewIdea;
import lu.aifactory.platform.portfolio.NewRoadmapStep;
import lu.aifactory.platform.portfolio.RoadmapStep;

/// What an organisation thinks of doing: its ideas, what it decides on them, and its roadmap.
final class Foresight {

  private final Rooms rooms;
  private final Cast cast;
  private final Locale language;
  private final Map<String, IdeaId> ideas = new LinkedHashMap<>();

  Foresight(Rooms rooms, Cast cast, Locale language) {
    this.rooms = rooms;
    this.cast = cast;
    this.language = language;
  }

  /// The idea of this title.
  Optional<IdeaId> idea(String title) {
    return Optional.ofNullable(ideas.get(title));
  }

  void imagine(List<Script.Imagining> imagined) {
    var portfolio = rooms.portfolio();
    var criteria = portfolio.criteria().criteria();
    for (var one : imagined) {
      var id = new IdeaId(UUID.randomUUID());
      var description = portfolio.library().pattern(Objects.requireNonNullElse(one.pattern(), ""));
      var text = description.map(pattern -> pattern.idea().in(language)).orElse("");
      var idea = new NewIdea(one.title(), text, one.pattern());
      Story.done(cast.asOwner(() -> portfolio.add(cast.engagement(), id, idea)));
      var scores = new HashMap<String, Integer>();
      for (int n = 0; n < criteria.size(); n++) {
        scores.put(criteria.get(n).id(), one.scores().get(n));
      }
      Story.done(cast.asOwner(() -> portfolio.judge(id, scores, one.vetoes(), 1)));
      ideas.put(one.title(), id);
    }
  }

  void decide(List<Script.Imagining> imagined) {
    for (var one : imagined) {
      var reason = one.reason();
      if (reason != null) {
        var id = Objects.requireNonNull(ideas.get(one.title()));
        Story.done(cast.asOwner(() -> rooms.portfolio().decide(id, one.decision(), reason, 2)));
      }
    }
  }

  void plan(Script.Planning planning, LocalDate start) {
    var first = ideas.values().iterator().next();
    var roadmap = rooms.roadmap();
    var engagement = cast.engagement();
    Story.done(cast.asOwner(() -> roadmap.start(engagement, start, 0)));
    var planned = Story.done(cast.asOwner(() -> roadmap.addUsual(engagement, first, language, 1)));
    for (int n = 0; n < planning.costs().size(); n++) {
      var step = costing(planned.steps().get(n).step(), planning.costs().get(n));
      var version = planned.version();
      var id = planned.steps().get(n).step().id();
      planned = Story.done(cast.asOwner(() -> roadmap.change(engagement, id, step, version)));
    }
  }

  private static NewRoadmapStep costing(RoadmapStep step, long cost) {
    return new NewRoadmapStep(
        step.name(),
        step.owner(),
        step.weeks(),
        step.after(),
        step.notBefore(),
        cost,
        step.days(),
        step.idea());
  }
}
