package lu.aifactory.platform.portfolio;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;

/// What somebody says of an idea.
public record NewIdea(String title, String description, @Nullable String pattern) {

  static final int LONGEST_TITLE = 200;
  static final int LONGEST_DESCRIPTION = 4000;

  public NewIdea {
    title = title.strip();
    description = description.strip();
  }

  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (title.isEmpty()) faults.add(new Fault("title", "portfolio.fault.title"));
    if (title.length() > LONGEST_TITLE) faults.add(tooLong("title", LONGEST_TITLE));
    if (description.length() > LONGEST_DESCRIPTION) {
      faults.add(tooLong("description", LONGEST_DESCRIPTION));
    }
    return faults;
  }

  static Fault tooLong(String field, int most) {
    return new Fault(field, "portfolio.fault.long", List.of(most));
  }
}
