package lu.aifactory.platform.portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.shared.Wording;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The steps that most ideas need on their way to a pilot, with rules of thumb for how long they take.
///
/// @param machineWritten the languages whose texts no speaker has reviewed
record UsualSteps(
    String id, int version, List<String> machineWritten, Wording source, List<Usual> steps) {

  private static final String FILE = "/portfolio/usual-steps-1.json";

  /// One of them.
  ///
  /// @param after the ids of those that have to end before
  record Usual(String id, Wording name, Wording owner, int weeks, int days, Set<String> after) {}

  static UsualSteps shipped() {
    var mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (var file = UsualSteps.class.getResourceAsStream(FILE)) {
      return mapper.readValue(file, UsualSteps.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The steps for one idea, in words that can be changed afterwards.
  List<RoadmapStep> of(IdeaId idea, Locale language) {
    Map<String, RoadmapStepId> ids = new HashMap<>();
    steps.forEach(one -> ids.put(one.id(), new RoadmapStepId(UUID.randomUUID())));
    return steps.stream()
        .map(one ->
            new RoadmapStep(
                at(ids, one.id()),
                one.name().in(language),
                one.owner().in(language),
                one.weeks(),
                one.after().stream().map(before -> at(ids, before)).collect(Collectors.toSet()),
                null,
                0,
                one.days(),
                idea))
        .toList();
  }

  private static RoadmapStepId at(Map<String, RoadmapStepId> ids, String id) {
    return Objects.requireNonNull(ids.get(id), id);
  }
}
