package lu.aifactory.platform.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.usecase.decide.Section;

/// What two people made of the same section: `seen` is what the second had in front of them, `theirs` what the first
/// saved meanwhile, `yours` what the second wants to save.
record Differences(Section section, Answers seen, Answers theirs, Answers yours) {

  /// The fields that the two wrote differently, each in words.
  List<Difference> conflicts(Wording wording) {
    var differences = new ArrayList<Difference>();
    for (var field : section.fields()) {
      var key = section.key() + "." + field.key();
      if (theyChanged(field.key()) && !same(theirs, yours, field.key())) {
        differences.add(
            new Difference(
                wording.label(key),
                wording.answer(field, key, theirs),
                wording.answer(field, key, merged())));
      }
    }
    return differences;
  }

  /// The second's answers, and the first's where the second had left a field as it was.
  Answers merged() {
    var merged = new TreeMap<>(yours.fields());
    for (var field : section.fields()) {
      var key = field.key();
      if (same(seen, yours, key) && theyChanged(key)) {
        merged.remove(key);
        var answer = theirs.get(key);
        if (answer != null) {
          merged.put(key, answer);
        }
      }
    }
    return new Answers(merged);
  }

  private boolean theyChanged(String field) {
    return !same(seen, theirs, field);
  }

  private static boolean same(Answers one, Answers other, String field) {
    return Objects.equals(one.get(field), other.get(field));
  }
}
