package lu.aifactory.platform.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lu.aifactory.platform.shared.Fault;

/// What it takes to begin a use case: a title, and the language that the document will be written in.
public record NewUseCase(String title, String language) {

  static final int LONGEST_TITLE = 200;
  static final List<String> LANGUAGES = List.of("en", "fr", "de", "lb");

  /// Leaves out blanks around the title.
  public NewUseCase {
    title = title.strip();
  }

  List<Fault> faults() {
    var faults = new ArrayList<>(titleFaults(title));
    if (!Set.copyOf(LANGUAGES).contains(language)) {
      faults.add(new Fault("language", "usecase.fault.language"));
    }
    return faults;
  }

  static List<Fault> titleFaults(String title) {
    if (title.isBlank()) {
      return List.of(new Fault("title", "usecase.fault.no-title"));
    }
    if (title.length() > LONGEST_TITLE) {
      return List.of(new Fault("title", "usecase.fault.too-long", List.of(LONGEST_TITLE)));
    }
    return title.codePoints().anyMatch(Character::isISOControl)
        ? List.of(new Fault("title", "usecase.fault.characters"))
        : List.of();
  }
}
