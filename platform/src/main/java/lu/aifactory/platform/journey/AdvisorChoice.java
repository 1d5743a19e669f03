package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/// Which advisor an engagement got, and why, in words that both sides may read.
///
/// @param advisor nobody when no advisor is there
/// @param fits whether the advisor has everything that was wished for
/// @param because why this one
/// @param others what every other candidate lacked, for the factory's own people
public record AdvisorChoice(
    @Nullable UUID advisor, boolean fits, List<Line> because, List<Other> others) {

  /// A message key with its arguments; an argument that begins with `#` is itself a message key.
  public record Line(String message, List<String> arguments) {

    static Line of(String message, Object... arguments) {
      return new Line(message, List.of(arguments).stream().map(Object::toString).toList());
    }
  }

  /// Another candidate and what spoke against them.
  public record Other(UUID account, String name, List<Line> lacked) {}

  /// What an engagement wishes of its advisor.
  record Need(String sector, String language, LocalDate today) {}

  /// Somebody who could be the advisor.
  record Candidate(AccountId account, String name, AdvisorProfile profile, int load) {

    boolean speaks(Need need) {
      return profile.languages().contains(need.language());
    }

    boolean knows(Need need) {
      return profile.sectors().contains(need.sector());
    }

    boolean hasRoom() {
      return load < profile.capacity();
    }

    boolean fits(Need need) {
      return speaks(need) && knows(need) && hasRoom();
    }

    double fill() {
      return profile.capacity() == 0 ? load + 1 : (double) load / profile.capacity();
    }
  }

  /// Chooses among those who are there today. Language weighs most, because without it there is no conversation; then
  /// room for one more, then the sector; then whoever is least filled. The account's id breaks the last tie, so the same
  /// question always has the same answer.
  static AdvisorChoice among(List<Candidate> candidates, Need need) {
    var ranked =
        candidates.stream()
            .filter(candidate -> !candidate.profile().absent(need.today()))
            .sorted(order(need))
            .toList();
    var chosen = ranked.isEmpty() ? null : ranked.getFirst();
    var others =
        candidates.stream()
            .filter(candidate -> !candidate.equals(chosen))
            .sorted(Comparator.comparing(Candidate::name).thenComparing(c -> c.account().value()))
            .map(candidate -> other(candidate, need, chosen))
            .toList();
    if (chosen == null) {
      return new AdvisorChoice(null, false, List.of(Line.of("journey.choice.nobody")), others);
    }
    return new AdvisorChoice(
        chosen.account().value(), chosen.fits(need), because(chosen, need), others);
  }

  /// The choice of an administrator, with the reason they gave.
  static AdvisorChoice byHand(AccountId advisor, String reason) {
    return new AdvisorChoice(
        advisor.value(), true, List.of(Line.of("journey.choice.by-hand", reason)), List.of());
  }

  private static Comparator<Candidate> order(Need need) {
    return Comparator.comparing((Candidate candidate) -> !candidate.speaks(need))
        .thenComparing(candidate -> !candidate.hasRoom())
        .thenComparing(candidate -> !candidate.knows(need))
        .thenComparingDouble(Candidate::fill)
        .thenComparingInt(Candidate::load)
        .thenComparing(candidate -> candidate.account().value());
  }

  private static List<Line> because(Candidate chosen, Need need) {
    var lines = new ArrayList<Line>();
    if (!chosen.fits(need)) {
      lines.add(Line.of("journey.choice.best-available"));
    }
    lines.add(
        Line.of(
            chosen.speaks(need) ? "journey.choice.speaks" : "journey.choice.does-not-speak",
            "#journey.intake.language." + need.language()));
    lines.add(
        Line.of(
            chosen.knows(need) ? "journey.choice.knows" : "journey.choice.does-not-know",
            "#journey.intake.sector." + need.sector()));
    lines.add(
        chosen.hasRoom()
            ? Line.of("journey.choice.room", chosen.load(), chosen.profile().capacity())
            : Line.of("journey.choice.full", chosen.load(), chosen.profile().capacity()));
    return lines;
  }

  private static Other other(Candidate candidate, Need need, @Nullable Candidate chosen) {
    var lacked = new ArrayList<Line>();
    if (candidate.profile().absent(need.today())) {
      lacked.add(Line.of("journey.choice.absent", "@" + candidate.profile().absentUntil()));
    }
    if (!candidate.speaks(need)) {
      lacked.add(
          Line.of("journey.choice.does-not-speak", "#journey.intake.language." + need.language()));
    }
    if (!candidate.knows(need)) {
      lacked.add(
          Line.of("journey.choice.does-not-know", "#journey.intake.sector." + need.sector()));
    }
    if (!candidate.hasRoom()) {
      lacked.add(Line.of("journey.choice.full", candidate.load(), candidate.profile().capacity()));
    }
    if (lacked.isEmpty() && chosen != null) {
      var busier = candidate.fill() > chosen.fill() || candidate.load() > chosen.load();
      lacked.add(Line.of(busier ? "journey.choice.busier" : "journey.choice.tie"));
    }
    return new Other(candidate.account().value(), candidate.name(), lacked);
  }
}
