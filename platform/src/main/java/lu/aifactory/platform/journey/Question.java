package lu.aifactory.platform.journey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;

/// A question of the first contact. Its texts are the message keys `journey.intake.<id>.ask`, `.why`, `.example`, and
/// `.<option>` for each option that is not a country.
///
/// @param when asked only if each named question was answered with one of the values
public record Question(
    String id,
    Kind kind,
    boolean required,
    int longest,
    List<String> options,
    Map<String, Set<String>> when) {

  private static final int SHORT = 200;

  /// How a question is answered.
  public enum Kind {
    CHOICE,
    CHOICES,
    LIST,
    COUNTRY,
    TEXT,
    LONG_TEXT,
    EMAIL;

    /// The name in the data file and JSON.
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean fromOptions() {
      return this == CHOICE || this == CHOICES || this == LIST || this == COUNTRY;
    }
  }

  @JsonCreator
  static Question read(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "kind", required = true) Kind kind,
      @JsonProperty("required") boolean required,
      @JsonProperty("longest") @Nullable Integer longest,
      @JsonProperty("options") @Nullable List<String> options,
      @JsonProperty("when") @Nullable Map<String, Set<String>> when) {
    return new Question(
        id,
        kind,
        required,
        longest == null ? SHORT : longest,
        options == null ? List.of() : List.copyOf(options),
        when == null ? Map.of() : Map.copyOf(when));
  }

  /// The message key of one of its texts.
  public String text(String part) {
    return "journey.intake." + id + "." + part;
  }

  /// Whether a text `.example` helps to answer it.
  public boolean hasExample() {
    return kind == Kind.LONG_TEXT || (kind == Kind.TEXT && !id.equals("name"));
  }

  boolean asked(Answers answers) {
    return when.entrySet().stream()
        .allMatch(condition -> condition.getValue().contains(answers.first(condition.getKey())));
  }

  /// What is wrong with these values as an answer.
  Optional<Fault> fault(List<String> values) {
    if (values.isEmpty()) {
      return required ? Optional.of(new Fault(id, "journey.fault.required")) : Optional.empty();
    }
    if (kind != Kind.CHOICES && values.size() > 1) {
      return Optional.of(new Fault(id, "journey.fault.one"));
    }
    if (kind.fromOptions()) {
      return options.containsAll(values)
          ? Optional.empty()
          : Optional.of(new Fault(id, "journey.fault.choice"));
    }
    if (values.getFirst().length() > longest) {
      return Optional.of(new Fault(id, "journey.fault.too-long", List.of(longest)));
    }
    return kind == Kind.EMAIL && !looksLikeEmail(values.getFirst())
        ? Optional.of(new Fault(id, "journey.fault.email"))
        : Optional.empty();
  }

  // Only the mail server knows which addresses exist; this catches slips of the finger.
  private static boolean looksLikeEmail(String text) {
    return text.matches("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  }
}
