package lu.aifactory.platform.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the home page. Its texts are resolved already. `all` leads to the whole list where not all is shown.
public record Card(Place place, int order, String heading, List<Row> rows, @Nullable String all) {

  /// Keeps an own copy.
  public Card {
    rows = List.copyOf(rows);
  }

  /// Where a card stands: what waits for the caller, what waits for others, what is new.
  public enum Place {
    MINE,
    OTHERS,
    NEWS
  }

  /// One thing on a card. In [Place#MINE] the row with the highest urgency of all cards is shown as the next step, with
  /// `action` on its button. `word` says the state that `tone` colours.
  public record Row(
      String title,
      @Nullable String reason,
      @Nullable String until,
      Tone tone,
      @Nullable String word,
      String href,
      String action,
      int urgency) {}
}
