package lu.aifactory.platform.usecase.decide;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import lu.aifactory.platform.usecase.Gate;
import lu.aifactory.platform.usecase.UseCase;
import lu.aifactory.platform.usecase.UseCasePart;

/// What a use case amounts to at one moment: the gate, the content in canonical JSON, and its SHA-256, which is what
/// people sign.
public record Assessment(Gate gate, TreeMap<String, Object> plain, String hash) {

  /// Asks every part.
  public static Assessment of(UseCase useCase, List<UseCasePart> parts) {
    var content = useCase.content();
    var sections = new TreeMap<String, Object>();
    for (var part : parts) {
      sections.put(part.key(), part.content(useCase).plain());
    }
    var plain = new TreeMap<String, Object>();
    plain.put("definition", content.definition());
    plain.put("language", content.language());
    plain.put("revision", content.revision());
    plain.put("sections", sections);
    plain.put("title", content.title());
    var gate =
        new Gate(
            parts.stream()
                .sorted(Comparator.comparingInt(UseCasePart::order))
                .map(part -> new Gate.Part(part.key(), part.completeness(useCase)))
                .toList());
    return new Assessment(gate, plain, CanonicalJson.sha256(CanonicalJson.write(plain)));
  }
}
