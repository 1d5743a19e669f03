package lu.aifactory.platform.readiness.dmat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lu.aifactory.engines.rules.Decision.Decided;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.readiness.dmat.Lines.Unreadable;
import lu.aifactory.platform.readiness.dmat.Scores.Moment;
import lu.aifactory.platform.rulebook.Rulebook;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;

/// The scores of the Digital Maturity Assessment of an engagement's organisation.
@Facade
class Dmat {

  private static final String FIELD = "file";

  private final ScoresBook book;
  private final Rulebook rulebook;
  private final CurrentPerson current;
  private final Clock clock;

  Dmat(ScoresBook book, Rulebook rulebook, CurrentPerson current, Clock clock) {
    this.book = book;
    this.rulebook = rulebook;
    this.current = current;
    this.clock = clock;
  }

  /// What is there, from T0 on.
  @Needs("readiness:read")
  public List<Scores> scores(EngagementId engagement) {
    return book.of(engagement);
  }

  /// Takes in what a file holds: all of it, or nothing. What is there already and says the same stays.
  @Needs(value = "readiness:answer", records = "readiness.dmat-brought-in")
  public Outcome<List<Scores>> bringIn(EngagementId engagement, byte[] file) {
    try {
      return new ScoresReader(versions(), Today.of(clock))
          .read(Lines.of(file))
          .then(read -> keep(engagement, read.values()));
    } catch (Unreadable broken) {
      return refused("readiness.dmat.fault.unreadable", Lines.LARGEST >> 20);
    }
  }

  /// Takes out the scores of one moment, and with them those that came after.
  @Needs(value = "readiness:answer", records = "readiness.dmat-taken-out")
  public Outcome<List<Scores>> takeOut(EngagementId engagement, Moment moment) {
    boolean any = false;
    for (var one : Moment.values()) {
      if (one.compareTo(moment) >= 0) any |= book.remove(engagement, one);
    }
    return any ? Outcome.done(book.of(engagement)) : Outcome.refused(new Refusal.NotFound());
  }

  /// The dimension of our own assessment that lies nearest to one of the DMAT, by its id; empty where none does. A hint
  /// for readers; no answer is ever made of it.
  @Needs("readiness:read")
  public Optional<String> nearest(Variant variant, int dimension) {
    return rulebook.decide(
                "readiness-dmat-crosswalk",
                Today.of(clock),
                Map.of("variant", variant.code(), "dimension", dimension + 1))
            instanceof Decided decided
        ? Optional.of(decided.text("ours"))
        : Optional.empty();
  }

  private Set<String> versions() {
    var versions = new TreeSet<String>();
    rulebook
        .table("readiness-dmat-versions", Today.of(clock))
        .ifPresent(table ->
            table.rows().forEach(row -> versions.add(String.valueOf(row.outputs().get("read")))));
    return versions;
  }

  private Outcome<List<Scores>> keep(EngagementId engagement, Collection<Scores> read) {
    var all = new EnumMap<Moment, Scores>(Moment.class);
    for (var stored : book.of(engagement)) all.put(stored.moment(), stored);
    var fresh = new ArrayList<Scores>();
    for (var scores : read) {
      var stored = all.putIfAbsent(scores.moment(), scores);
      if (stored == null) fresh.add(scores);
      else if (!stored.saysAs(scores))
        return refused("readiness.dmat.fault.there", scores.moment());
    }
    var wrong = inOrder(List.copyOf(all.values()));
    if (wrong.isPresent()) return Outcome.refused(new Refusal.Invalid(List.of(wrong.get())));
    for (var scores : fresh) {
      if (!book.add(engagement, scores, current.get(), clock.instant())) {
        return refused("readiness.dmat.fault.there", scores.moment());
      }
    }
    return Outcome.done(book.of(engagement));
  }

  /// T0 comes first, no moment is left out, every one is later than the one before, and all are of one variant.
  private static Optional<Fault> inOrder(List<Scores> all) {
    for (int i = 0; i < all.size(); i++) {
      var scores = all.get(i);
      if (scores.moment() != Moment.values()[i]) {
        return fault("readiness.dmat.fault.before", scores.moment(), Moment.values()[i]);
      }
      if (i == 0) continue;
      var before = all.get(i - 1);
      if (!scores.on().isAfter(before.on())) {
        return fault("readiness.dmat.fault.order", scores.moment(), before.moment());
      }
      if (scores.variant() != before.variant()) {
        return fault("readiness.dmat.fault.mixed", scores.moment(), before.moment());
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(String key, Object... arguments) {
    return Optional.of(new Fault(FIELD, key, List.of(arguments)));
  }

  private static <T> Outcome<T> refused(String key, Object... arguments) {
    return Outcome.refused(new Refusal.Invalid(List.of(new Fault(FIELD, key, List.of(arguments)))));
  }
}
