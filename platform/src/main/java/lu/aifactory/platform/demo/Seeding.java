package lu.aifactory.platform.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.portal.ListQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills an empty database once, all or nothing, before the server accepts anybody.
@Component
@InDemo
class Seeding implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);

  private final Script script;
  private final Staffing staffing;
  private final Rooms rooms;
  private final Identity identity;
  private final Journey journey;
  private final CurrentPerson current;
  private final TransactionTemplate transaction;
  private final DemoClock clock;

  private volatile boolean running;

  Seeding(
      Script script,
      Staffing staffing,
      Rooms rooms,
      Identity identity,
      Journey journey,
      CurrentPerson current,
      TransactionTemplate transaction,
      DemoClock clock) {
    this.script = script;
    this.staffing = staffing;
    this.rooms = rooms;
    this.identity = identity;
    this.journey = journey;
    this.current = current;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Something that happened at a time.
  record Deed(Instant at, Runnable action) {}

  @Override
  public void start() {
    running = true;
    current.asSystem(
        "demo",
        () -> {
          transaction.executeWithoutResult(_ -> {
            if (isEmpty()) {
              seed();
            }
          });
          return true;
        });
  }

  private boolean isEmpty() {
    return Arrays.stream(Role.values()).allMatch(role -> identity.staff(role).isEmpty())
        && journey.list(ListQuery.first("organisation")).total() == 0;
  }

  private void seed() {
    var began = System.nanoTime();
    var now = Clock.systemUTC().instant();
    var deeds = new ArrayList<Deed>(staffing.deeds(script, now));
    for (int index = 0; index < script.organisations().size(); index++) {
      deeds.addAll(new Story(rooms, script, script.organisations().get(index), index).deeds(now));
    }
    script.past().forEach(past -> deeds.addAll(new Chronicle(rooms, past).deeds(now)));
    inOrder(deeds).forEach(deed -> clock.at(deed.at(), deed.action()));
    LOG.info(
        "Demonstration data written: {} organisations in {} ms",
        script.organisations().size(),
        Duration.ofNanos(System.nanoTime() - began).toMillis());
  }

  private static List<Deed> inOrder(List<Deed> deeds) {
    return deeds.stream().sorted(Comparator.comparing(Deed::at)).toList();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Long before the web server, which starts near the end.
  @Override
  public int getPhase() {
    return 0;
  }
}
