package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;

/// What an advisor knows and when they are there.
///
/// @param sectors sections of NACE Rev. 2.1
/// @param languages in which they advise
/// @param capacity how many engagements they can look after at a time
public record AdvisorProfile(
    Set<String> sectors,
    Set<String> languages,
    int capacity,
    @Nullable LocalDate absentFrom,
    @Nullable LocalDate absentUntil,
    @Nullable AccountId substitute,
    int version) {

  static final Set<String> LANGUAGES = Set.of("en", "fr", "de", "lb");
  private static final int LARGEST_CAPACITY = 200;

  /// Keeps own copies in a stable order.
  public AdvisorProfile {
    sectors = new TreeSet<>(sectors);
    languages = new TreeSet<>(languages);
  }

  /// What is assumed of an advisor who has not said anything: their own language and no room for work.
  static AdvisorProfile unwritten(String language) {
    return new AdvisorProfile(Set.of(), Set.of(language), 0, null, null, null, 0);
  }

  boolean absent(LocalDate day) {
    return absentFrom != null
        && absentUntil != null
        && !day.isBefore(absentFrom)
        && !day.isAfter(absentUntil);
  }

  List<Fault> faults(AccountId own, Set<String> knownSectors, Set<AccountId> advisors) {
    var faults = new ArrayList<Fault>();
    if (!knownSectors.containsAll(sectors)) {
      faults.add(new Fault("sectors", "journey.fault.choice"));
    }
    if (languages.isEmpty() || !LANGUAGES.containsAll(languages)) {
      faults.add(new Fault("languages", "journey.fault.required"));
    }
    if (capacity < 0 || capacity > LARGEST_CAPACITY) {
      faults.add(new Fault("capacity", "journey.fault.number", List.of(0, LARGEST_CAPACITY)));
    }
    if ((absentFrom == null) != (absentUntil == null)) {
      faults.add(
          new Fault(absentFrom == null ? "absentFrom" : "absentUntil", "journey.fault.both-days"));
    } else if (absentFrom != null && absentUntil.isBefore(absentFrom)) {
      faults.add(new Fault("absentUntil", "journey.fault.day-order"));
    }
    if (substitute != null && (substitute.equals(own) || !advisors.contains(substitute))) {
      faults.add(new Fault("substitute", "journey.fault.substitute"));
    }
    return faults;
  }
}
