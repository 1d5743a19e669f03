package lu.aifactory.platform.journey;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.portal.Caller;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Today;

/// The advisors' board: what stands in which stage, what is to be done today, and who has how much.
@Facade
public class Board {

  /// More than so many in one stage nobody reads on a board; the list has the others.
  static final int IN_A_COLUMN = 20;

  private static final String PERMISSION = "board:read";
  private static final int SOON = 5;

  private final EngagementList list;
  private final BoardRows rows;
  private final Opening opening;
  private final WorkingDays calendar;
  private final Access access;
  private final CurrentPerson current;
  private final Clock clock;

  Board(
      EngagementList list,
      BoardRows rows,
      Opening opening,
      WorkingDays calendar,
      Access access,
      CurrentPerson current,
      Clock clock) {
    this.list = list;
    this.rows = rows;
    this.opening = opening;
    this.calendar = calendar;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /// One stage with those that stand in it, the most urgent first.
  ///
  /// @param count how many there are in all
  public record Column(Stage stage, long count, List<Engagement> engagements) {}

  /// A task with the engagement to which it belongs.
  public record Due(EngagementId engagement, String title, String organisationName, Task task) {}

  /// What the caller has to do.
  ///
  /// @param firstContacts promised, and not kept yet
  /// @param soon due within the next five working days
  /// @param waiting engagements that wait for the advisor
  public record Day(
      List<Engagement> firstContacts,
      List<Due> overdue,
      List<Due> today,
      List<Due> soon,
      List<Engagement> waiting) {

    /// Whether there is nothing to do at all.
    public boolean free() {
      return firstContacts.isEmpty()
          && overdue.isEmpty()
          && today.isEmpty()
          && soon.isEmpty()
          && waiting.isEmpty();
    }
  }

  /// What an advisor looks after.
  ///
  /// @param overdue tasks of theirs whose day has passed
  /// @param firstContacts promised, and not kept yet
  public record Load(
      AccountId account,
      String name,
      int load,
      int capacity,
      boolean absent,
      int overdue,
      int firstContacts) {}

  /// All stages, with the engagements that go on and fit the query.
  @Needs(PERMISSION)
  public List<Column> pipeline(ListQuery query) {
    var visible = access.visibility(PERMISSION);
    var cards = list.pipeline(visible, query, IN_A_COLUMN);
    var counts =
        list.summary(visible, list.goingOn(query)).counts().getOrDefault("stage", Map.of());
    return Arrays.stream(Stage.values())
        .filter(stage -> query.filter("stage").isEmpty() || query.chosen("stage", stage.code()))
        .map(stage ->
            new Column(
                stage,
                counts.getOrDefault(stage.code(), 0L),
                cards.stream().filter(one -> one.stage() == stage).toList()))
        .toList();
  }

  /// How many engagements the query finds, without them.
  @Needs(PERMISSION)
  public Page<Engagement> summary(ListQuery query) {
    return list.summary(access.visibility(PERMISSION), list.goingOn(query));
  }

  /// All that the query finds, one after the other, to take away.
  @Needs(PERMISSION)
  public void export(ListQuery query, Consumer<Engagement> each) {
    list.each(access.visibility(PERMISSION), list.goingOn(query), each);
  }

  /// What the caller has to do, as advisor or in an advisor's place; what has no advisor is everybody's who assigns.
  @Needs(PERMISSION)
  public Day day() {
    var me = current.get().id();
    var today = Today.of(clock);
    var tasks = rows.tasks(me, calendar.after(today, SOON));
    return new Day(
        rows.firstContacts(me, Caller.may("engagement:assign")),
        tasks.stream().filter(due -> due.task().overdue(today)).toList(),
        tasks.stream().filter(due -> today.equals(due.task().due())).toList(),
        tasks.stream()
            .filter(due -> !due.task().overdue(today) && !today.equals(due.task().due()))
            .toList(),
        rows.waiting(me));
  }

  /// Who looks after how much, by name.
  @Needs(PERMISSION)
  public List<Load> load() {
    var today = Today.of(clock);
    var overdue = rows.overdueByAdvisor(today);
    var firstContacts = rows.firstContactsByAdvisor();
    return opening.candidates().stream()
        .map(one ->
            new Load(
                one.account(),
                one.name(),
                one.load(),
                one.profile().capacity(),
                one.profile().absent(today),
                overdue.getOrDefault(one.account(), 0),
                firstContacts.getOrDefault(one.account(), 0)))
        .toList();
  }
}
