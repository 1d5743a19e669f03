package lu.aifactory.platform.readiness;

import java.util.List;
import lu.aifactory.platform.journey.EngagementEvent;
import lu.aifactory.platform.journey.Stage;
import lu.aifactory.platform.journey.Waiting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells the engagement's timeline what happened here.
@Component
class Announcements {

  private final ApplicationEventPublisher events;

  Announcements(ApplicationEventPublisher events) {
    this.events = events;
  }

  void started(Assessment assessment) {
    events.publishEvent(
        new EngagementEvent(
            assessment.engagement(),
            "readiness.event.started",
            List.of(),
            new Waiting(Waiting.Who.ORGANISATION, null),
            Links.overview(assessment.engagement()),
            Stage.ASSESS));
  }

  void finished(Assessment assessment) {
    var link = Links.report(assessment.id());
    var event =
        switch (assessment.result()) {
          case Result.Scored scored ->
              new EngagementEvent(
                  assessment.engagement(),
                  "readiness.event.finished",
                  List.of(
                      String.valueOf(scored.band().low()), String.valueOf(scored.band().high())),
                  new Waiting(Waiting.Who.ADVISOR, null),
                  link,
                  Stage.ASSESS);
          case Result.NotEnoughAnswers _ ->
              new EngagementEvent(
                  assessment.engagement(),
                  "readiness.event.not-enough",
                  List.of(),
                  new Waiting(Waiting.Who.ADVISOR, null),
                  link,
                  Stage.ASSESS);
        };
    events.publishEvent(event);
  }
}
