package lu.aifactory.platform.notice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.mail.Mail;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;

/// How a person hears by mail of what is in their inbox.
@Facade
class NoticeMail {

  private final Preferences preferences;
  private final DigestRows rows;
  private final Digests digests;
  private final Mail mail;
  private final CurrentPerson current;

  NoticeMail(
      Preferences preferences, DigestRows rows, Digests digests, Mail mail, CurrentPerson current) {
    this.preferences = preferences;
    this.rows = rows;
    this.digests = digests;
    this.mail = mail;
    this.current = current;
  }

  /// Whether this factory sends letters at all.
  @Needs("notice:read")
  boolean available() {
    return mail.available();
  }

  /// The pace of each kind, by their codes.
  @Needs("notice:read")
  Map<NoticeKind, Pace> mine() {
    return preferences.of(me());
  }

  /// Chooses the pace of each kind; one that is left out stays as it was.
  @Needs(value = "notice:write", records = "notice.mail-chosen")
  Outcome<AccountId> choose(Map<String, String> typed) {
    var paces = new EnumMap<NoticeKind, Pace>(NoticeKind.class);
    var faults = new java.util.ArrayList<Fault>();
    typed.forEach((kind, pace) -> {
      var known = NoticeKind.of(kind);
      var chosen = Pace.of(pace);
      if (known.isEmpty() || chosen.isEmpty()) faults.add(new Fault(kind, "notice.fault.pace"));
      else paces.put(known.get(), chosen.get());
    });
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    preferences.choose(me(), paces);
    return Outcome.done(me());
  }

  /// What the caller's next digest would tell of.
  @Needs("notice:read")
  List<Notice> preview() {
    return digests.preview(me());
  }

  /// Whether a link out of a digest is one of ours.
  @Open("whoever holds the link got the digest")
  boolean isStop(Secret stop) {
    return rows.behind(stop).isPresent();
  }

  /// Ends the digests of whoever got the one with this link. What comes at once stays.
  @Open(value = "whoever holds the link got the digest", records = "notice.mail-stopped")
  Outcome<AccountId> stop(Secret stop) {
    Optional<AccountId> account = rows.behind(stop);
    if (account.isEmpty()) return Outcome.refused(new Refusal.NotFound());
    var ended = new EnumMap<NoticeKind, Pace>(NoticeKind.class);
    preferences
        .of(account.get())
        .forEach((kind, pace) -> {
          if (pace == Pace.DAILY || pace == Pace.WEEKLY) ended.put(kind, Pace.NEVER);
        });
    preferences.choose(account.get(), ended);
    return Outcome.done(account.get());
  }

  private AccountId me() {
    return current.get().id();
  }
}
