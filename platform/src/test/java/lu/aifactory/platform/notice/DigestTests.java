package lu.aifactory.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.mail.MailRoom;
import lu.aifactory.platform.mail.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Who gets a digest when, and what is in it.
@PlatformTest
@Import(MailRoom.class)
class DigestTests {

  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");
  private static final LocalDate MONDAY = LocalDate.of(2031, 3, 24);

  @Autowired Inboxes inboxes;
  @Autowired DigestRows rows;
  @Autowired Preferences preferences;
  @Autowired ObjectProvider<LinkName> names;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired MailRoom room;

  private AccountId reader;

  @BeforeEach
  void emptyInbox() {
    jdbc.sql("delete from notice_digest_round").update();
    jdbc.sql("delete from notice where at > :then")
        .param("then", at(MONDAY.minusDays(60)).atOffset(java.time.ZoneOffset.UTC))
        .update();
    room.clear();
    reader = room.account("Rita");
  }

  @Test
  void whatIsUnreadComesOnceOnAWorkingDay() {
    tell(NoticeKind.HAPPENED, "one", MONDAY, null);
    tell(NoticeKind.HAPPENED, "two", MONDAY, null);
    round(MONDAY);
    round(MONDAY);
    round(MONDAY.plusDays(1));
    assertThat(room.sentTo(reader)).hasSize(1);
    assertThat(room.sentTo(reader).getFirst().text())
        .contains("Unread notices: 2")
        .contains("Mark as read: one")
        .contains("Mark as read: two");
  }

  @Test
  void nothingComesWhenThereIsNothing() {
    var read = tell(NoticeKind.HAPPENED, "read already", MONDAY, null);
    inboxes.read(reader, read, at(MONDAY));
    round(MONDAY);
    assertThat(room.sentTo(reader)).isEmpty();
  }

  @Test
  void nothingComesOnAWeekend() {
    tell(NoticeKind.HAPPENED, "one", MONDAY.minusDays(3), null);
    round(MONDAY.minusDays(2));
    round(MONDAY.minusDays(1));
    assertThat(room.sentTo(reader)).isEmpty();
    round(MONDAY);
    assertThat(room.sentTo(reader)).hasSize(1);
  }

  @Test
  void whatIsForTheWeekComesWithTheFirstRoundOfTheWeek() {
    preferences.choose(reader, Map.of(NoticeKind.HAPPENED, Pace.WEEKLY));
    round(MONDAY);
    tell(NoticeKind.HAPPENED, "later in the week", MONDAY, null);
    for (int day = 1; day < 5; day++) round(MONDAY.plusDays(day));
    assertThat(room.sentTo(reader)).isEmpty();
    // A factory that was away on Monday makes up for it.
    round(MONDAY.plusDays(8));
    assertThat(room.sentTo(reader)).hasSize(1);
  }

  @Test
  void neverIsNeverAndAtOnceIsNotInADigest() {
    preferences.choose(
        reader, Map.of(NoticeKind.HAPPENED, Pace.NEVER, NoticeKind.TODO, Pace.AT_ONCE));
    tell(NoticeKind.HAPPENED, "one", MONDAY, null);
    tell(NoticeKind.TODO, "two", MONDAY, null);
    round(MONDAY);
    assertThat(room.sentTo(reader)).isEmpty();
  }

  @Test
  void severalReplicasWriteOneDigest() throws Exception {
    tell(NoticeKind.HAPPENED, "one", MONDAY, null);
    try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs =
          List.of(
              replicas.submit(() -> round(MONDAY)),
              replicas.submit(() -> round(MONDAY)),
              replicas.submit(() -> round(MONDAY)));
      for (var run : runs) run.get();
    }
    assertThat(room.sentTo(reader)).hasSize(1);
  }

  @Test
  void manyNoticesAreCutAndToldOnce() {
    for (int i = 0; i < 70; i++) tell(NoticeKind.HAPPENED, "number " + i, MONDAY, null);
    round(MONDAY);
    round(MONDAY.plusDays(1));
    assertThat(room.sentTo(reader)).hasSize(1);
    assertThat(room.sentTo(reader).getFirst().text())
        .contains("More than 50")
        .contains("number 69")
        .doesNotContain("number 19");
  }

  @Test
  void linesAboutOneThingStandTogetherUnderItsName() {
    tell(NoticeKind.HAPPENED, "first", MONDAY, "/things/bakery/tasks/1");
    tell(NoticeKind.HAPPENED, "elsewhere", MONDAY, "/notices");
    tell(NoticeKind.HAPPENED, "second", MONDAY, "/things/bakery");
    round(MONDAY);
    var text = room.sentTo(reader).getFirst().text();
    assertThat(text.indexOf("The bakery")).isBetween(0, text.indexOf("Mark as read: first"));
    var bakery = text.substring(text.indexOf("The bakery"));
    assertThat(bakery.split("\n\n")[0]).contains("Mark as read: first", "Mark as read: second");
    assertThat(bakery.split("\n\n")[0]).doesNotContain("elsewhere");
  }

  @Test
  void itsLinkEndsDigestsAndNothingElse() {
    preferences.choose(reader, Map.of(NoticeKind.ANNOUNCED, Pace.WEEKLY));
    tell(NoticeKind.HAPPENED, "one", MONDAY, null);
    round(MONDAY);
    Sent digest = room.sentTo(reader).getFirst();
    assertThat(digest.oneClick()).isTrue();
    var path = URI.create(digest.unsubscribe()).getPath();
    assertThat(room.get(path)).isEqualTo(303);
    assertThat(preferences.of(reader, NoticeKind.HAPPENED)).isEqualTo(Pace.DAILY);
    assertThat(room.post(path, "List-Unsubscribe=One-Click")).isBetween(200, 204);
    assertThat(preferences.of(reader))
        .containsEntry(NoticeKind.HAPPENED, Pace.NEVER)
        .containsEntry(NoticeKind.ANNOUNCED, Pace.NEVER)
        .containsEntry(NoticeKind.TODO, Pace.AT_ONCE);
    assertThat(room.post(path + "x", "List-Unsubscribe=One-Click")).isEqualTo(404);
  }

  private NoticeId tell(NoticeKind kind, String what, LocalDate day, String link) {
    var id = UUID.randomUUID();
    inboxes.add(
        id, reader, at(day).minusSeconds(60), kind, "notice.mark.which", List.of(what), link, null);
    return new NoticeId(id);
  }

  private void round(LocalDate day) {
    var clock = Clock.fixed(at(day), LUXEMBOURG);
    new Digests(
            inboxes,
            rows,
            preferences,
            new DigestLetter(names),
            room.mail(clock),
            transaction,
            clock)
        .run();
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(7, 0)).atZone(LUXEMBOURG).toInstant();
  }
}
