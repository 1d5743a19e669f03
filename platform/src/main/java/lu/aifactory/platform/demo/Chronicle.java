package lu.aifactory.platform.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.demo.Seeding.Deed;
import lu.aifactory.platform.journey.Task;

/// An engagement that has ended, told in few deeds: first contact, stages, end.
final class Chronicle {

  private final Rooms rooms;
  private final Script.Past told;
  private final Cast cast;

  Chronicle(Rooms rooms, Script.Past told) {
    this.rooms = rooms;
    this.told = told;
    this.cast = new Cast(rooms);
  }

  List<Deed> deeds(Instant now) {
    var deeds = new ArrayList<Deed>();
    var begun = now.minus(Duration.ofDays(told.days())).minus(Duration.ofHours(told.days() % 7));
    deeds.add(
        new Deed(
            begun,
            () -> new Arrival(rooms, cast).arrive(told.name(), told.owner(), told.answers())));
    deeds.add(new Deed(begun.plus(Duration.ofHours(told.contactHours())), this::call));
    var steps = told.way().size() + 1;
    for (int step = 1; step < steps; step++) {
      var way = told.way().get(step - 1);
      deeds.add(
          new Deed(
              begun.plus(Duration.ofHours(24L * told.took() * step / steps)), () -> move(way)));
    }
    deeds.add(new Deed(begun.plus(Duration.ofDays(told.took())), this::end));
    return deeds;
  }

  private void call() {
    cast.asAdvisor(() -> {
      rooms.journey().tasks(cast.engagement()).stream()
          .filter(task -> task.isOpen() && task.template() == null)
          .forEach(this::finish);
      return rooms.progress().judge(cast.engagement(), told.levels());
    });
  }

  private void finish(Task task) {
    Story.done(rooms.journey().finishTask(cast.engagement(), task.id(), task.version()));
  }

  private void move(Script.Way way) {
    Story.done(
        cast.asAdvisor(() ->
            rooms
                .progress()
                .move(cast.engagement(), way.stage(), way.skipped(), told.reason(), version())));
  }

  private void end() {
    Story.done(
        cast.asAdvisor(() ->
            rooms.progress().close(cast.engagement(), told.closing(), told.reason(), version())));
  }

  private int version() {
    return rooms.journey().engagement(cast.engagement()).version();
  }
}
