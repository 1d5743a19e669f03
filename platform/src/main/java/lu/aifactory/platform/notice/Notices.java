package lu.aifactory.platform.notice;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.mail.Letter;
import lu.aifactory.platform.mail.Mail;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// Tells people things, and lets them read what they were told. Nobody reads anybody else's inbox.
@Facade
public class Notices {

  // Words are searched in the reader's language, and that only code can do; beyond so many nobody
  // searches.
  private static final int SEARCHED = 2000;

  private final Inboxes inboxes;
  private final Preferences preferences;
  private final Mail mail;
  private final CurrentPerson current;
  private final Texts texts;
  private final Clock clock;

  Notices(
      Inboxes inboxes,
      Preferences preferences,
      Mail mail,
      CurrentPerson current,
      Texts texts,
      Clock clock) {
    this.inboxes = inboxes;
    this.preferences = preferences;
    this.mail = mail;
    this.current = current;
    this.texts = texts;
    this.clock = clock;
  }

  /// Puts a notice into somebody's inbox. The link is a path in the portal.
  @Open("rooms tell people what happened to their things; the text is the platform's own")
  public void tell(
      AccountId account, String message, List<String> arguments, @Nullable String link) {
    tell(account, NoticeKind.HAPPENED, message, arguments, link);
  }

  /// The same, saying what it is to its reader: by that they choose whether and how soon a letter tells them, too.
  @Open("rooms tell people what happened to their things; the text is the platform's own")
  public void tell(
      AccountId account,
      NoticeKind kind,
      String message,
      List<String> arguments,
      @Nullable String link) {
    if (link != null && (!link.startsWith("/") || link.startsWith("//")))
      throw new IllegalArgumentException("Not a path in the portal: " + link);
    var now = clock.instant();
    var atOnce = mail.available() && preferences.of(account, kind) == Pace.AT_ONCE;
    inboxes.add(
        UUID.randomUUID(), account, now, kind, message, arguments, link, atOnce ? now : null);
    if (atOnce) {
      mail.send(
          account,
          Letter.of(Letter.Kind.NOTICE, message, arguments, link).settings("/notices/mail"));
    }
  }

  /// One page of the caller's own inbox, newest first.
  @Needs("notice:read")
  public Page<Notice> inbox(ListQuery query) {
    var unread = query.chosen("state", "unread");
    var counts = inboxes.counts(me());
    if (query.text().isEmpty()) {
      var total = unread ? counts.get("unread") : counts.get("all");
      return new Page<>(
          inboxes.page(me(), unread, query.offset(), query.size()),
          total == null ? 0 : total,
          query,
          Map.of("state", counts));
    }
    var wanted = query.text().toLowerCase(Locale.ROOT);
    var found =
        inboxes.page(me(), unread, 0, SEARCHED).stream()
            .filter(notice -> words(notice).contains(wanted))
            .toList();
    var shown = found.stream().skip(query.offset()).limit(query.size()).toList();
    return new Page<>(shown, found.size(), query, Map.of("state", counts));
  }

  private String words(Notice notice) {
    return texts.of(notice.message(), notice.arguments()).toLowerCase(Locale.ROOT);
  }

  /// How many notices the caller has not read.
  @Needs("notice:read")
  public int unread() {
    return inboxes.unread(me());
  }

  /// Marks one of the caller's notices as read and answers it.
  @Needs("notice:write")
  public Outcome<Notice> read(NoticeId id) {
    inboxes.read(me(), id, clock.instant());
    Optional<Notice> notice = inboxes.find(me(), id);
    return notice.map(Outcome::done).orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  /// Marks everything up to this number as read, so that what came in meanwhile stays unread.
  @Needs("notice:write")
  public void readAll(long upTo) {
    inboxes.readAll(me(), upTo, clock.instant());
  }

  private AccountId me() {
    return current.get().id();
  }
}
