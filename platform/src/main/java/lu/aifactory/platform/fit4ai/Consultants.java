package lu.aifactory.platform.fit4ai;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;

/// The list of consultants whom the programme has accredited.
@Facade
public class Consultants {

  private final ConsultantRows rows;
  private final Clock clock;

  Consultants(ConsultantRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /// One page of the list.
  @Needs("consultant:read")
  public Page<Consultant> list(ListQuery query) {
    return rows.page(query, Today.of(clock));
  }

  /// One consultant.
  @Needs("consultant:read")
  public Optional<Consultant> find(ConsultantId id) {
    return rows.find(id);
  }

  /// Those who can be chosen today, by name: nobody is put first.
  @Needs("consultant:read")
  public List<Consultant> accredited() {
    return rows.accredited(Today.of(clock));
  }

  /// Adds a consultant. Asking twice with the same id makes one.
  @Needs(value = "consultant:manage", records = "fit4ai.consultant-added")
  public Outcome<Consultant> add(ConsultantId id, Consultant.Draft draft) {
    var faults = faults(id, draft);
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    rows.add(id, draft, clock.instant());
    return found(id);
  }

  /// Says a consultant anew over the version that was seen.
  @Needs(value = "consultant:manage", records = "fit4ai.consultant-changed")
  public Outcome<Consultant> change(ConsultantId id, Consultant.Draft draft, int seenVersion) {
    var before = rows.find(id);
    if (before.isEmpty()) return Outcome.refused(new Refusal.NotFound());
    var faults = faults(id, draft);
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    return rows.change(id, draft, seenVersion, clock.instant())
        ? found(id)
        : Outcome.refused(new Refusal.Changed(before.get().version()));
  }

  private List<Fault> faults(ConsultantId id, Consultant.Draft draft) {
    var faults = new ArrayList<>(draft.faults());
    if (rows.isTaken(draft.name(), id)) faults.add(new Fault("name", "fit4ai.fault.taken"));
    return faults;
  }

  private Outcome<Consultant> found(ConsultantId id) {
    return rows.find(id)
        .<Outcome<Consultant>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }
}
