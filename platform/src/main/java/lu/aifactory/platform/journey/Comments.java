package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// What people say to each other about an engagement: shared by both sides, or internal to the factory's.
@Facade
public class Comments {

  private final CommentRows rows;
  private final Engagements engagements;
  private final Tasks tasks;
  private final Sides sides;
  private final FactorySide factory;
  private final Timeline timeline;
  private final Identity identity;
  private final Access access;
  private final CurrentPerson current;
  private final Duration editable;
  private final Clock clock;

  Comments(
      CommentRows rows,
      Engagements engagements,
      Tasks tasks,
      Sides sides,
      FactorySide factory,
      Timeline timeline,
      Identity identity,
      Access access,
      CurrentPerson current,
      JourneySettings settings,
      Clock clock) {
    this.rows = rows;
    this.engagements = engagements;
    this.tasks = tasks;
    this.sides = sides;
    this.factory = factory;
    this.timeline = timeline;
    this.identity = identity;
    this.access = access;
    this.current = current;
    this.editable = Duration.ofMinutes(settings.commentMinutes());
    this.clock = clock;
  }

  /// Somebody who can be told of a comment by name.
  ///
  /// @param internal whether they read internal ones
  public record Reader(AccountId account, String name, boolean internal) {}

  /// One page of what was said, as far as the caller may read it.
  @Needs("engagement:read")
  public Page<Comment> list(EngagementId id, ListQuery query) {
    return rows.page(id, readsInternal(id), query);
  }

  /// All that the query finds, one after the other, to take away.
  @Needs("engagement:read")
  public void export(EngagementId id, ListQuery query, Consumer<Comment> each) {
    rows.each(id, readsInternal(id), query, each);
  }

  /// The latest about a task, or about everything; the oldest of them first.
  @Needs("engagement:read")
  public List<Comment> latest(EngagementId id, @Nullable TaskId task, int limit) {
    return rows.latest(id, task, readsInternal(id), limit);
  }

  /// What the words find, wherever the caller may read it.
  @Needs("engagement:read")
  public List<Comment> search(String text, int limit) {
    return rows.search(access.visibility("engagement:read"), factory.visibility(), text, limit);
  }

  /// One comment.
  @Needs("engagement:read")
  public Comment comment(EngagementId id, CommentId comment) {
    return visible(id, comment);
  }

  /// Whether the caller reads internal comments of this engagement.
  @Needs("engagement:read")
  public boolean readsInternal(EngagementId id) {
    return factory.reads(found(id).organisation());
  }

  /// Whether the caller may still change a comment.
  @Needs("engagement:read")
  public boolean mayEdit(EngagementId id, Comment comment) {
    return isOwn(comment) && comment.deletedAt() == null && inTime(comment);
  }

  /// Who can be told of a comment by name, without the caller.
  @Needs("engagement:read")
  public List<Reader> readers(EngagementId id) {
    var engagement = found(id);
    var inside = insiders(engagement);
    var all = new LinkedHashSet<>(sides.people(engagement));
    all.addAll(inside);
    sides.actor().ifPresent(me -> all.remove(me.id()));
    return all.stream()
        .map(one -> new Reader(one, identity.nameOf(one), inside.contains(one)))
        .sorted(Comparator.comparing(Reader::name))
        .toList();
  }

  /// Says something. Asking twice with the same id says it once.
  @Needs(value = "engagement:comment", records = "engagement.commented")
  public Outcome<CommentId> add(EngagementId id, NewComment comment) {
    var engagement = found(id);
    var faults = new ArrayList<>(NewComment.faults(comment.text()));
    if (comment.internal() && !factory.reads(engagement.organisation())) {
      faults.add(new Fault("internal", "journey.fault.internal"));
    }
    var task = comment.task();
    if (task != null && tasks.find(id, task).isEmpty()) {
      faults.add(new Fault("task", "journey.fault.choice"));
    }
    var able = able(engagement, comment.internal());
    if (!able.containsAll(comment.tell())) {
      faults.add(new Fault("tell", "journey.fault.tell"));
    }
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    var told = new LinkedHashSet<>(comment.tell());
    told.addAll(named(comment.text(), able));
    if (rows.add(id, comment, current.get().id(), told, clock.instant())) {
      timeline.remark(said(id, comment.id()), comment.internal(), told);
    } else if (rows.find(id, comment.id()).filter(this::isOwn).isEmpty()) {
      throw new NotVisible(comment.id().toString());
    }
    return Outcome.done(comment.id());
  }

  private EngagementEvent said(EngagementId id, CommentId comment) {
    return new EngagementEvent(
        id,
        "journey.event.commented",
        List.of(current.get().name(), found(id).title()),
        null,
        "/engagements/" + id.value() + "/comments#c-" + comment.value());
  }

  /// Changes an own comment while it is fresh.
  @Needs(value = "engagement:comment", records = "engagement.comment-edited")
  public Outcome<CommentId> edit(EngagementId id, CommentId commentId, String text, int version) {
    var comment = visible(id, commentId);
    if (!isOwn(comment)) {
      return Outcome.refused(new JourneyRefusal.NotYours());
    }
    if (comment.deletedAt() != null || !inTime(comment)) {
      return Outcome.refused(new JourneyRefusal.TooLateToEdit(editable.toMinutes()));
    }
    var faults = NewComment.faults(text);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    return rows.edit(commentId, NewComment.tidy(text), clock.instant(), version)
        ? Outcome.done(commentId)
        : Outcome.refused(new Refusal.Changed(comment.version()));
  }

  /// Deletes the words of an own comment; that there was one, by whom and when, stays.
  @Needs(value = "engagement:comment", records = "engagement.comment-deleted")
  public Outcome<CommentId> delete(EngagementId id, CommentId commentId) {
    var comment = visible(id, commentId);
    if (!isOwn(comment)) {
      return Outcome.refused(new JourneyRefusal.NotYours());
    }
    rows.delete(commentId, clock.instant());
    return Outcome.done(commentId);
  }

  // An internal comment looks to the organisation like one that is not there.
  private Comment visible(EngagementId id, CommentId comment) {
    return rows.find(id, comment)
        .filter(one -> !one.internal() || factory.reads(found(id).organisation()))
        .orElseThrow(() -> new NotVisible(comment.toString()));
  }

  private boolean isOwn(Comment comment) {
    return sides.actor().filter(me -> me.id().equals(comment.author())).isPresent();
  }

  private boolean inTime(Comment comment) {
    return clock.instant().isBefore(comment.at().plus(editable));
  }

  private Set<AccountId> able(Engagement engagement, boolean internal) {
    var all = new LinkedHashSet<>(insiders(engagement));
    if (!internal) {
      all.addAll(sides.people(engagement));
    }
    return all;
  }

  private Set<AccountId> insiders(Engagement engagement) {
    var all = new LinkedHashSet<>(sides.advisors(engagement));
    all.addAll(sides.administrators());
    all.removeAll(sides.members(engagement));
    return all;
  }

  private Set<AccountId> named(String text, Set<AccountId> able) {
    var named = new LinkedHashSet<AccountId>();
    var said = text.toLowerCase(Locale.ROOT);
    able.forEach(one -> {
      var name = identity.nameOf(one).toLowerCase(Locale.ROOT);
      if (!name.isBlank() && said.contains("@" + name)) {
        named.add(one);
      }
    });
    return named;
  }

  private Engagement found(EngagementId id) {
    return engagements.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
