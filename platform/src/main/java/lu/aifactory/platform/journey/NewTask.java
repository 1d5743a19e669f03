package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;

/// A task that somebody sets. The id comes from the form, so that sending it twice makes one task.
///
/// @param person the one who is to do it; null for anybody of that side
public record NewTask(
    TaskId id,
    String what,
    Waiting.@Nullable Who side,
    @Nullable AccountId person,
    @Nullable LocalDate due,
    @Nullable String link) {

  private static final int LONGEST = 500;
  static final int YEARS_AHEAD = 10;

  List<Fault> faults(LocalDate today) {
    var faults = new ArrayList<Fault>();
    if (what.isBlank()) {
      faults.add(new Fault("what", "journey.fault.required"));
    } else if (what.length() > LONGEST) {
      faults.add(new Fault("what", "journey.fault.too-long", List.of(LONGEST)));
    }
    if (side == null) {
      faults.add(new Fault("side", "journey.fault.required"));
    }
    if (due != null && due.isBefore(today)) {
      faults.add(new Fault("due", "journey.fault.past"));
    }
    if (due != null && due.isAfter(today.plusYears(YEARS_AHEAD))) {
      faults.add(new Fault("due", "journey.fault.far", List.of(YEARS_AHEAD)));
    }
    // A path of the portal, never another host: the link stands under the factory's name.
    if (link != null && !link.matches("/[^/\\\\\\s][^\\\\\\s]{0,300}")) {
      faults.add(new Fault("link", "journey.fault.link"));
    }
    return faults;
  }
}
