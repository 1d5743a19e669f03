package lu.aifactory.platform.readiness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lu.aifactory.platform.shared.Wording;

/// One version of a questionnaire: what is asked, how it is weighed, and which gates each stage has. A version never
/// changes once assessments name it; a better one gets a new number.
///
/// @param minimumAnswered the share of a dimension's applicable items, and of the weight that counts, below which no
///     score is given
/// @param machineWritten the languages whose texts no speaker has reviewed
public record Questionnaire(
    String id,
    int version,
    LocalDate effectiveFrom,
    Wording title,
    Wording source,
    String sourceUrl,
    double minimumAnswered,
    BandMethod band,
    List<String> machineWritten,
    List<Trigger> triggers,
    List<Dimension> dimensions,
    List<Item> items) {

  /// The highest level of an item; the lowest is 0.
  public static final int TOP_LEVEL = 4;

  public Questionnaire {
    triggers = List.copyOf(triggers);
    dimensions = List.copyOf(dimensions);
    items = List.copyOf(items);
    machineWritten = List.copyOf(machineWritten);
    check(id, dimensions, items);
  }

  /// How wide the band is, in levels: the error of one answered item, the error of an item that nobody could answer,
  /// and how many standard errors the band reaches to either side.
  public record BandMethod(double itemError, double missingError, double standardErrors) {}

  /// A fact about the project that makes a conditional dimension count.
  public record Trigger(String id, Wording text) {}

  /// One dimension with its weight and the lowest mean level that each stage asks for.
  ///
  /// @param countsWhen the triggers of which one must apply; empty when the dimension always counts
  /// @param yours the dimension in the second person, for the progress line ("your data")
  public record Dimension(
      String id,
      double weight,
      Map<Stage, Double> gates,
      List<String> countsWhen,
      Wording name,
      Wording yours) {

    public Dimension {
      gates = Map.copyOf(gates);
      countsWhen = List.copyOf(countsWhen);
      if (weight <= 0 || gates.size() != Stage.values().length) {
        throw new IllegalArgumentException("Weight or gates are missing in dimension " + id);
      }
    }

    boolean counts(Set<String> triggers) {
      return countsWhen.isEmpty() || countsWhen.stream().anyMatch(triggers::contains);
    }

    double gate(Stage stage) {
      return gates.getOrDefault(stage, 0.0);
    }
  }

  /// What to do next for an item that stands below a level.
  public record Next(int below, Wording text) {}

  /// One question with its five anchors.
  ///
  /// @param title a few words for lists and tables
  /// @param evidence an example of what would show the answer
  public record Item(
      String id,
      String dimension,
      Wording title,
      Wording question,
      Wording why,
      List<Wording> levels,
      Wording evidence,
      List<Next> next) {

    public Item {
      levels = List.copyOf(levels);
      next = next.stream().sorted(Comparator.comparingInt(Next::below)).toList();
      if (levels.size() != TOP_LEVEL + 1 || next.isEmpty() || next.getLast().below() != TOP_LEVEL) {
        throw new IllegalArgumentException("Levels or next actions are missing in item " + id);
      }
    }

    /// The action that leads on from a level; none at the top.
    public Optional<Wording> nextFrom(int level) {
      return next.stream().filter(step -> level < step.below()).findFirst().map(Next::text);
    }
  }

  /// The items that are asked, given what applies to the project, in the order of the questionnaire.
  public List<Item> asked(Set<String> triggers) {
    var counting =
        dimensions.stream()
            .filter(dimension -> dimension.counts(triggers))
            .map(Dimension::id)
            .collect(Collectors.toSet());
    return items.stream().filter(item -> counting.contains(item.dimension())).toList();
  }

  /// The item with this id.
  public Optional<Item> item(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  /// The dimension with this id, which must be one of this questionnaire's.
  public Dimension dimension(String dimensionId) {
    return dimensions.stream()
        .filter(dimension -> dimension.id().equals(dimensionId))
        .findFirst()
        .orElseThrow();
  }

  private static void check(String id, List<Dimension> dimensions, List<Item> items) {
    var withItems = items.stream().map(Item::dimension).collect(Collectors.toSet());
    var named = dimensions.stream().map(Dimension::id).collect(Collectors.toSet());
    var ids = items.stream().map(Item::id).collect(Collectors.toSet());
    if (!withItems.equals(named)
        || named.size() != dimensions.size()
        || ids.size() != items.size()) {
      throw new IllegalArgumentException("Items and dimensions do not fit together in " + id);
    }
  }
}
