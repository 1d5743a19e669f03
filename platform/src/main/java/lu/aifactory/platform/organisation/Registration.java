package lu.aifactory.platform.organisation;

import java.util.List;
import java.util.Map;

/// What an organisation begins with: its kind, its name, and answers that are already known. The keys of the answers are
/// the names of the questions of its kind.
public record Registration(
    Kind kind, String name, Map<String, String> answers, List<Enterprise> group) {

  /// A registration with name and language only.
  public static Registration of(Kind kind, String name, String language) {
    return new Registration(kind, name, Map.of("language", language), List.of());
  }
}
