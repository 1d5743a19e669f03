package lu.aifactory.engines.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The `#key=value;…` lines at the top of a table.
final class Settings {

  private static final Set<String> KEYS =
      Set.of("hit", "name", "title", "version", "from", "to", "source", "verifiedOn", "staleAfter");

  private record Setting(int line, String key, String value) {}

  private final String file;
  private final List<Problem> problems;
  private final List<Setting> settings = new ArrayList<>();

  Settings(String file, List<CsvLines.Line> lines, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
    lines.forEach(this::read);
  }

  private void read(CsvLines.Line line) {
    for (var part : line.text().substring(1).split(";", -1)) {
      if (part.isBlank()) continue;
      var equals = part.indexOf('=');
      var key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
      if (equals < 0 || !KEYS.contains(key)) {
        var expected = "#key=value;… with the keys " + KEYS.stream().sorted().toList();
        problems.add(new Problem(file, line.number(), "", expected, part));
      } else if (!key.equals("source") && settings.stream().anyMatch(s -> s.key.equals(key))) {
        problems.add(new Problem(file, line.number(), key, "each key once", "a second " + key));
      } else {
        settings.add(new Setting(line.number(), key, part.substring(equals + 1).strip()));
      }
    }
  }

  private @Nullable Setting find(String key) {
    return settings.stream().filter(setting -> setting.key.equals(key)).findFirst().orElse(null);
  }

  String text(String key, String otherwise) {
    var setting = find(key);
    return setting == null ? otherwise : setting.value;
  }

  String name() {
    var setting = find("name");
    if (setting == null) {
      problems.add(new Problem(file, 1, "name", "#name=… in the first lines", "nothing"));
      return "";
    }
    if (!setting.value.matches("[a-zA-Z][a-zA-Z0-9-]{0,59}")) {
      var expected = "a name of letters, digits and hyphens";
      problems.add(new Problem(file, setting.line, "name", expected, setting.value));
    }
    return setting.value;
  }

  HitPolicy hit() {
    var setting = find("hit");
    for (var policy : HitPolicy.values()) {
      if (setting != null && policy.name().equals(setting.value.toUpperCase(Locale.ROOT))) {
        return policy;
      }
    }
    var line = setting == null ? 1 : setting.line;
    var found = setting == null ? "nothing" : setting.value;
    var expected = "#hit=… with one of " + List.of(HitPolicy.values());
    problems.add(new Problem(file, line, "hit", expected, found));
    return HitPolicy.UNIQUE;
  }

  List<String> sources() {
    return settings.stream().filter(s -> s.key.equals("source")).map(Setting::value).toList();
  }

  @Nullable LocalDate date(String key) {
    var setting = find(key);
    if (setting == null || setting.value.isEmpty()) return null;
    var date = Dates.read(setting.value);
    if (date.isEmpty()) {
      var expected = Type.DATE.description();
      problems.add(new Problem(file, setting.line, key, expected, setting.value));
    }
    return date.orElse(null);
  }

  @Nullable Period period(String key) {
    var setting = find(key);
    if (setting == null || setting.value.isEmpty()) return null;
    try {
      return Period.parse(setting.value);
    } catch (DateTimeException _) {
      var expected = "a period such as P90D or P1Y";
      problems.add(new Problem(file, setting.line, key, expected, setting.value));
      return null;
    }
  }
}
