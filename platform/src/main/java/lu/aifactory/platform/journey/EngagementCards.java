package lu.aifactory.platform.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.portal.Card;
import lu.aifactory.platform.portal.HomeCard;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the home page says of engagements: the next step of those that wait for the caller, and for whom the others
/// wait.
@Configuration(proxyBeanMethods = false)
class EngagementCards {

  // Of all that the caller may see: each is asked for its next steps, so this is what the page
  // costs.
  private static final int MOST = 12;
  private static final int SHOWN = 8;

  private final Journey journey;
  private final Sides sides;
  private final CurrentPerson current;
  private final Words words;
  private final Texts texts;

  EngagementCards(Journey journey, Sides sides, CurrentPerson current, Words words, Texts texts) {
    this.journey = journey;
    this.sides = sides;
    this.current = current;
    this.words = words;
    this.texts = texts;
  }

  @Bean
  HomeCard engagementsThatWaitForMe() {
    return () -> mayRead() ? mine() : Optional.empty();
  }

  @Bean
  HomeCard engagementsThatWaitForOthers() {
    return () -> mayRead() ? others() : Optional.empty();
  }

  // Only those who take part have a next step; whoever may merely look finds engagements in the
  // list.
  private boolean mayRead() {
    return current
        .find()
        .filter(person ->
            !person.organisations().isEmpty()
                || person.is(Role.ADVISOR)
                || person.is(Role.ADMINISTRATOR))
        .isPresent();
  }

  private Optional<Card> mine() {
    var rows = new ArrayList<Card.Row>();
    for (var engagement : engagements()) {
      var side = sides.callersSide(engagement);
      journey.steps(engagement.id()).stream()
          .filter(step -> side.equals(Optional.of(step.who())))
          .findFirst()
          .ifPresent(step -> rows.add(row(engagement, step)));
      if (engagement.advisor() == null && side.equals(Optional.of(Waiting.Who.FACTORY))) {
        rows.add(unassigned(engagement));
      }
    }
    rows.sort((one, other) -> Integer.compare(other.urgency(), one.urgency()));
    return card(Card.Place.MINE, "journey.home.mine", rows);
  }

  private Optional<Card> others() {
    var rows = new ArrayList<Card.Row>();
    for (var engagement : engagements()) {
      var waiting = engagement.waiting();
      var side = sides.callersSide(engagement);
      if (waiting != null && side.isPresent() && side.get() != waiting.who()) {
        rows.add(
            new Card.Row(
                engagement.title(),
                engagement.organisationName(),
                words.due(waiting.until()),
                words.tone(engagement),
                texts.of("journey.waiting." + waiting.who().code()),
                "/engagements/" + engagement.id().value(),
                texts.of("journey.home.open"),
                0));
      }
    }
    return card(Card.Place.OTHERS, "journey.home.others", rows);
  }

  private List<Engagement> engagements() {
    var query = new ListQuery("", Map.<String, Set<String>>of(), "until", false, 1, MOST);
    return journey.first(query);
  }

  private Card.Row row(Engagement engagement, NextStep step) {
    var overdue = step.due() != null && step.due().isBefore(words.today());
    return new Card.Row(
        words.of(step),
        engagement.organisationName() + ": " + engagement.title(),
        words.due(step.due()),
        overdue ? Tone.TROUBLE : Tone.ACTIVE,
        texts.of(overdue ? "journey.state.overdue" : engagement.stage().messageKey()),
        step.link(),
        texts.of("journey.home.go"),
        step.urgency());
  }

  private Card.Row unassigned(Engagement engagement) {
    return new Card.Row(
        texts.of("journey.home.assign"),
        engagement.organisationName() + ": " + engagement.title(),
        null,
        Tone.WAITING,
        texts.of("journey.state.waiting-for-assignment"),
        "/engagements/" + engagement.id().value() + "/advisor",
        texts.of("journey.engagement.assign"),
        80);
  }

  private Optional<Card> card(Card.Place place, String heading, List<Card.Row> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var shown = rows.subList(0, Math.min(SHOWN, rows.size()));
    return Optional.of(
        new Card(place, 10, texts.of(heading), shown, rows.size() > SHOWN ? "/engagements" : null));
  }
}
