package lu.aifactory.platform.feedback;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.mail.Addressee;
import lu.aifactory.platform.mail.Letter;
import lu.aifactory.platform.mail.Mail;
import lu.aifactory.platform.notice.NoticeKind;
import lu.aifactory.platform.notice.Notices;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/// Takes what people tell about the portal, and answers them: in their inbox, or by mail where they have none.
@Facade
class FeedbackRoom {

  private static final int EXPORTED_AT_ONCE = 200;
  private static final int LONGEST_REPLY = 4000;

  private final FeedbackRows rows;
  private final Notices notices;
  private final Mail mail;
  private final Identity identity;
  private final CurrentPerson current;
  private final Clock clock;

  FeedbackRoom(
      FeedbackRows rows,
      Notices notices,
      Mail mail,
      Identity identity,
      CurrentPerson current,
      Clock clock) {
    this.rows = rows;
    this.notices = notices;
    this.mail = mail;
    this.identity = identity;
    this.current = current;
    this.clock = clock;
  }

  /// Takes what somebody tells. Sent twice with the same id, it is one.
  @Open(value = "whoever cannot use the portal cannot sign in first", records = "feedback.given")
  Outcome<FeedbackId> give(NewFeedback given) {
    var faults = given.faults();
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    var id = new FeedbackId(given.id());
    var account = current.find().map(Person::id).orElse(null);
    if (rows.add(given, account, LocaleContextHolder.getLocale(), clock.instant())) {
      for (var administrator : identity.staff(Role.ADMINISTRATOR)) {
        notices.tell(
            administrator.id(),
            NoticeKind.HAPPENED,
            "feedback.event.given",
            List.of("#feedback.kind." + given.kind()),
            "/feedback/all/" + id.value());
      }
    }
    return Outcome.done(id);
  }

  /// What the caller told once, with the answer.
  @Needs("notice:read")
  Outcome<Feedback> own(FeedbackId id) {
    var me = current.get().id();
    return found(rows.find(id).filter(one -> me.equals(one.account())));
  }

  /// One page of what people told.
  @Needs("feedback:read")
  Page<Feedback> list(ListQuery query) {
    return rows.page(query);
  }

  /// All that a list shows, for a spreadsheet.
  @Needs("feedback:read")
  List<Feedback> export(ListQuery query) {
    var all = new ArrayList<Feedback>();
    var page = query.withSize(EXPORTED_AT_ONCE);
    for (int number = 1; ; number++) {
      var some = rows.rows(page.withPage(number));
      all.addAll(some);
      if (some.size() < EXPORTED_AT_ONCE) return all;
    }
  }

  /// One of them.
  @Needs("feedback:read")
  Outcome<Feedback> one(FeedbackId id) {
    return found(rows.find(id));
  }

  /// Where an answer would go.
  @Needs("feedback:read")
  Way way(FeedbackId id) {
    return rows.find(id).map(this::way).orElse(Way.NONE);
  }

  enum Way {
    INBOX,
    MAIL,
    /// There is an address, but this factory sends no letters.
    BY_HAND,
    NONE;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private Way way(Feedback feedback) {
    if (feedback.account() != null) return Way.INBOX;
    if (feedback.email() == null) return Way.NONE;
    return mail.available() ? Way.MAIL : Way.BY_HAND;
  }

  /// Answers it once.
  @Needs(value = "feedback:answer", records = "feedback.answered")
  Outcome<FeedbackId> answer(FeedbackId id, String typed) {
    var reply = typed.replace("\0", "").strip();
    if (reply.isEmpty() || reply.length() > LONGEST_REPLY)
      return Outcome.refused(
          new Refusal.Invalid(
              List.of(new Fault("reply", "feedback.fault.reply", List.of(LONGEST_REPLY)))));
    return found(rows.find(id))
        .then(feedback -> {
          if (!change(feedback, Feedback.State.ANSWERED, reply))
            return Outcome.refused(new FeedbackRefusal.Over());
          tell(feedback, reply);
          return Outcome.done(id);
        });
  }

  private void tell(Feedback feedback, String reply) {
    switch (way(feedback)) {
      case INBOX -> {
        if (feedback.account() instanceof AccountId account)
          notices.tell(
              account,
              NoticeKind.HAPPENED,
              "feedback.event.answered",
              List.of(excerpt(feedback.text())),
              "/feedback/given/" + feedback.id().value());
      }
      case MAIL -> {
        if (feedback.email() instanceof String email)
          mail.send(
              Addressee.of(email, feedback.language()),
              Letter.of(
                  Letter.Kind.REPLY,
                  "feedback.letter.answered",
                  List.of(excerpt(feedback.text()), reply),
                  "/feedback"));
      }
      case BY_HAND, NONE -> {}
    }
  }

  /// Puts it away without an answer, or after one.
  @Needs(value = "feedback:answer", records = "feedback.closed")
  Outcome<FeedbackId> close(FeedbackId id) {
    return found(rows.find(id))
        .then(feedback ->
            feedback.state() != Feedback.State.CLOSED
                    && change(feedback, Feedback.State.CLOSED, null)
                ? Outcome.done(id)
                : Outcome.refused(new FeedbackRefusal.Over()));
  }

  private boolean change(Feedback feedback, Feedback.State to, @Nullable String reply) {
    return (to == Feedback.State.CLOSED || feedback.state() == Feedback.State.OPEN)
        && rows.change(
            feedback.id(), feedback.state(), to, reply, current.get().id(), clock.instant());
  }

  private static String excerpt(String text) {
    var line = text.replaceAll("\\s+", " ");
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }

  private static Outcome<Feedback> found(Optional<Feedback> feedback) {
    return feedback.map(Outcome::done).orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }
}
