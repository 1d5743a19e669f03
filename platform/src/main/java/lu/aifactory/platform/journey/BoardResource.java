package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The advisors' board for programs.
@RestController
@RequestMapping("/api/board")
class BoardResource {

  private final Board board;
  private final Words words;

  BoardResource(Board board, Words words) {
    this.board = board;
    this.words = words;
  }

  record Column(String stage, long count, List<EngagementResource.Brief> engagements) {}

  record Due(
      UUID engagement,
      String title,
      String organisationName,
      UUID task,
      String what,
      @Nullable LocalDate due) {}

  record Day(
      List<EngagementResource.Brief> firstContacts,
      List<Due> overdue,
      List<Due> today,
      List<Due> soon,
      List<EngagementResource.Brief> waiting) {}

  record Load(
      UUID account,
      String name,
      int load,
      int capacity,
      boolean absent,
      int overdue,
      int firstContacts) {}

  /// The stages with the most urgent engagements of each.
  @Needs("board:read")
  @GetMapping
  List<Column> pipeline(
      @Listing(
              sorts = "until",
              filters = {"waiting", "advisor"})
          ListQuery query) {
    return board.pipeline(query).stream()
        .map(one -> new Column(one.stage().code(), one.count(), briefs(one.engagements())))
        .toList();
  }

  @Needs("board:read")
  @GetMapping("/day")
  Day day() {
    var day = board.day();
    return new Day(
        briefs(day.firstContacts()),
        dues(day.overdue()),
        dues(day.today()),
        dues(day.soon()),
        briefs(day.waiting()));
  }

  @Needs("board:read")
  @GetMapping("/load")
  List<Load> load() {
    return board.load().stream()
        .map(one ->
            new Load(
                one.account().value(),
                one.name(),
                one.load(),
                one.capacity(),
                one.absent(),
                one.overdue(),
                one.firstContacts()))
        .toList();
  }

  private static List<EngagementResource.Brief> briefs(List<Engagement> engagements) {
    return engagements.stream().map(EngagementResource.Brief::of).toList();
  }

  private List<Due> dues(List<Board.Due> dues) {
    return dues.stream()
        .map(one ->
            new Due(
                one.engagement().value(),
                one.title(),
                one.organisationName(),
                one.task().id().value(),
                words.of(one.task()),
                one.task().due()))
        .toList();
  }
}
