package lu.aifactory.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.portal.Caller;
import lu.aifactory.platform.portal.Card;
import lu.aifactory.platform.portal.HomeCard;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an auditor finds on the home page: whether the trail was checked lately, and who looked from outside.
@Configuration(proxyBeanMethods = false)
class AuditCards {

  private static final Duration LATELY = Duration.ofDays(30);
  private static final int DAYS = 7;
  private static final int URGENCY = 40;

  private final AuditEntries entries;
  private final AuditVerifications verifications;
  private final Texts texts;
  private final Clock clock;

  AuditCards(AuditEntries entries, AuditVerifications verifications, Texts texts, Clock clock) {
    this.entries = entries;
    this.verifications = verifications;
    this.texts = texts;
    this.clock = clock;
  }

  @Bean
  HomeCard trailToCheck() {
    return () -> Caller.may("audit:verify") ? toCheck() : Optional.empty();
  }

  @Bean
  HomeCard looksFromOutside() {
    return () -> Caller.may("audit:read") ? Optional.of(looks()) : Optional.empty();
  }

  private Optional<Card> toCheck() {
    var last = verifications.newest(1).stream().findFirst().map(VerificationState::asked);
    if (last.filter(this::lately).isPresent()) return Optional.empty();
    var row =
        new Card.Row(
            texts.of("audit.home.check"),
            last.map(asked -> texts.of("audit.home.check.last", texts.day(asked)))
                .orElseGet(() -> texts.of("audit.home.check.never")),
            null,
            Tone.WAITING,
            texts.of("audit.home.check.due"),
            "/audit#proof",
            texts.of("audit.home.check.go"),
            URGENCY);
    return Optional.of(new Card(Card.Place.MINE, 90, texts.of("audit.title"), List.of(row), null));
  }

  private boolean lately(Instant asked) {
    return asked.isAfter(clock.instant().minus(LATELY));
  }

  private Card looks() {
    var since =
        AuditQuery.fromOutsideSince(LocalDate.now(clock.withZone(AuditQuery.ZONE)).minusDays(DAYS));
    var count = entries.count(since, Auditing.COUNTED);
    var row =
        new Card.Row(
            texts.of("audit.home.looks", count),
            texts.of("audit.home.looks.text"),
            null,
            Tone.ACTIVE,
            null,
            since.href("/audit", "none", ""),
            texts.of("audit.home.looks.go"),
            0);
    return new Card(Card.Place.NEWS, 90, texts.of("audit.title"), List.of(row), null);
  }
}
