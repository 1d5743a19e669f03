package lu.aifactory.platform.usecase;

import java.time.Instant;
import java.util.List;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.journey.EngagementEvent;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.usecase.decide.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Puts what happened into the use case's own history and, where the other side cares, on the engagement's timeline.
@Component
class Announcements {

  private final UseCaseEvents history;
  private final ApplicationEventPublisher events;

  Announcements(UseCaseEvents history, ApplicationEventPublisher events) {
    this.history = history;
    this.events = events;
  }

  void created(UseCase useCase, Person by, Instant now) {
    var title = useCase.content().title();
    record(useCase, by, now, "usecase.history.created", List.of());
    publish(useCase, "usecase.event.created", List.of(title), null);
  }

  void revised(UseCase useCase, Person by, Instant now) {
    var arguments = List.of(Integer.toString(useCase.content().revision()));
    record(useCase, by, now, "usecase.history.revised", arguments);
    publish(useCase, "usecase.event.revised", List.of(useCase.content().title()), null);
  }

  void tell(UseCase useCase, List<Change> changes, Person by, Instant now) {
    for (var change : changes) {
      // one line is enough for a save that made its section complete
      if (!(change instanceof Change.SectionSaved(var key, _, _)
          && changes.contains(new Change.SectionCompleted(key)))) {
        tell(useCase, change, by, now);
      }
    }
  }

  private void tell(UseCase useCase, Change change, Person by, Instant now) {
    var title = useCase.content().title();
    switch (change) {
      case Change.SectionSaved(var key, _, _) ->
          record(useCase, by, now, "usecase.history.saved", List.of(key));
      case Change.Retitled(_, _) ->
          record(useCase, by, now, "usecase.history.retitled", List.of(title));
      case Change.SectionCompleted(var key) -> {
        record(useCase, by, now, "usecase.history.completed", List.of(key));
        publish(useCase, "usecase.event.completed." + key, List.of(title), null);
      }
      case Change.GateOpened() -> {
        record(useCase, by, now, "usecase.history.gate", List.of());
        publish(useCase, "usecase.event.gate", List.of(title), waiting(Capacity.ORGANISATION));
      }
      case Change.SignaturesVoided(_) -> {
        record(useCase, by, now, "usecase.history.voided", List.of());
        publish(useCase, "usecase.event.voided", List.of(title, by.name()), null);
      }
      case Change.Signed(var signature) -> {
        var capacity = signature.capacity();
        record(useCase, by, now, "usecase.history.signed-" + capacity.word(), List.of());
        publish(
            useCase,
            "usecase.event.signed-" + capacity.word(),
            List.of(title, signature.name()),
            waiting(capacity.other()));
      }
      case Change.SignatureWithdrawn(var signature) -> {
        record(useCase, by, now, "usecase.history.withdrawn", List.of());
        publish(
            useCase,
            "usecase.event.withdrawn",
            List.of(title, signature.name()),
            waiting(signature.capacity()));
      }
      case Change.BecameDecisionReady() -> {
        record(useCase, by, now, "usecase.history.ready", List.of());
        publish(useCase, "usecase.event.ready", List.of(title), waiting(Capacity.ORGANISATION));
      }
      case Change.WasSealed(_) -> {
        record(useCase, by, now, "usecase.history.sealed", List.of());
        publish(useCase, "usecase.event.sealed", List.of(title), null);
      }
    }
  }

  private void record(
      UseCase useCase, Person by, Instant now, String message, List<String> arguments) {
    history.add(useCase.id(), now, by.name(), message, arguments);
  }

  private void publish(
      UseCase useCase, String message, List<String> arguments, @Nullable Waiting waiting) {
    var link = "/use-cases/" + useCase.id().value();
    events.publishEvent(
        new EngagementEvent(useCase.engagement(), message, arguments, waiting, link));
  }

  private static Waiting waiting(Capacity capacity) {
    return new Waiting(
        switch (capacity) {
          case ORGANISATION -> Waiting.Who.ORGANISATION;
          case ADVISOR -> Waiting.Who.ADVISOR;
        },
        null);
  }
}
