package lu.aifactory.platform.readiness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Every version of every questionnaire that ships with the platform. New assessments take the newest that is in
/// effect; older assessments keep theirs.
final class Questionnaires {

  private final List<Questionnaire> all;

  Questionnaires(List<Questionnaire> all) {
    this.all = List.copyOf(all);
  }

  static Questionnaires shipped() {
    var mapper =
        JsonMapper.builder()
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    try {
      var files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:questionnaires/*.json");
      var read = new ArrayList<Questionnaire>();
      for (var file : files) {
        try (var content = file.getInputStream()) {
          read.add(mapper.readValue(content, Questionnaire.class));
        }
      }
      return new Questionnaires(read);
    } catch (IOException broken) {
      throw new UncheckedIOException("The questionnaires cannot be read", broken);
    }
  }

  /// The newest version in effect on a day.
  Questionnaire inEffect(Depth depth, LocalDate day) {
    var id = depth.questionnaire();
    return all.stream()
        .filter(each -> each.id().equals(id) && !each.effectiveFrom().isAfter(day))
        .max(Comparator.comparingInt(Questionnaire::version))
        .orElseThrow(
            () -> new IllegalStateException("No version of " + id + " is in effect on " + day));
  }

  /// Every version, the newest of each first.
  List<Questionnaire> all() {
    return all.stream()
        .sorted(
            Comparator.comparing(Questionnaire::id)
                .thenComparing(Questionnaire::version, Comparator.reverseOrder()))
        .toList();
  }

  /// Exactly the version that an assessment names.
  Questionnaire exactly(String id, int version) {
    return all.stream()
        .filter(each -> each.id().equals(id) && each.version() == version)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Version " + version + " of " + id + " is gone"));
  }
}
