package lu.aifactory.platform.notice;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.mail.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes to each person once on a working day what they have not read, if they want it in one letter. What is for the
/// week comes with the first round of the week. Nobody is told of the same notice twice, and nobody of nothing.
@Component
class Digests {

  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

  /// What is older was there when mail was not; nobody wants it all at once.
  static final Duration OLDEST = Duration.ofDays(14);

  /// A link in an older digest ends nothing any more.
  private static final int DAYS_KEPT = 400;

  private final Inboxes inboxes;
  private final DigestRows rows;
  private final Preferences preferences;
  private final DigestLetter letter;
  private final Mail mail;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Digests(
      Inboxes inboxes,
      DigestRows rows,
      Preferences preferences,
      DigestLetter letter,
      Mail mail,
      TransactionTemplate transaction,
      Clock clock) {
    this.inboxes = inboxes;
    this.rows = rows;
    this.preferences = preferences;
    this.letter = letter;
    this.mail = mail;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// One round; a second one on the same day writes to nobody who was written to.
  void run() {
    var now = clock.instant();
    var day = now.atZone(LUXEMBOURG).toLocalDate();
    if (!mail.available() || isWeekend(day)) return;
    var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var weekly = !rows.anyRound(monday, day);
    rows.round(day);
    for (var account : rows.accountsWithNews(now.minus(OLDEST))) {
      try {
        transaction.executeWithoutResult(_ -> write(account, day, weekly, now));
      } catch (RuntimeException broken) {
        // The others get theirs; what this one missed is in the next.
        LOG.warn("A digest could not be written", broken);
      }
    }
    rows.forget(day.minusDays(DAYS_KEPT));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private void write(AccountId account, LocalDate day, boolean weekly, Instant now) {
    var kinds = due(preferences.of(account), weekly);
    var news = news(account, kinds, now);
    if (news.isEmpty()) return;
    var stop = Secret.fresh("");
    if (!rows.add(account, day, stop)) return;
    inboxes.mailed(account, kinds, news.getFirst().number(), now);
    mail.send(account, letter.of(news).unsubscribe("/api/notices/mail/stop/" + stop.text()));
  }

  /// What a digest would say now, of everything that does not come at once or never.
  List<Notice> preview(AccountId account) {
    return news(account, due(preferences.of(account), true), clock.instant());
  }

  private List<Notice> news(AccountId account, Set<NoticeKind> kinds, Instant now) {
    return kinds.isEmpty()
        ? List.of()
        : inboxes.unmailed(account, kinds, now.minus(OLDEST), DigestLetter.LINES + 1);
  }

  private static Set<NoticeKind> due(Map<NoticeKind, Pace> paces, boolean weekly) {
    var due = EnumSet.noneOf(NoticeKind.class);
    paces.forEach((kind, pace) -> {
      if (pace == Pace.DAILY || (weekly && pace == Pace.WEEKLY)) due.add(kind);
    });
    return due;
  }
}
