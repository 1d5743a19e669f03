package lu.aifactory.platform.journey;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lu.aifactory.platform.charts.Bars;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The advisors' board.
@Controller
@RequestMapping("/board")
class BoardPages {

  private final Board board;
  private final Words words;
  private final Texts texts;

  BoardPages(Board board, Words words, Texts texts) {
    this.board = board;
    this.words = words;
    this.texts = texts;
  }

  @Needs("board:read")
  @GetMapping
  String pipeline(
      @Listing(
              sorts = "until",
              filters = {"waiting", "advisor"})
          ListQuery query,
      Model model) {
    var page = board.summary(query);
    model.addAttribute("page", page);
    model.addAttribute("columns", board.pipeline(query));
    model.addAttribute("most", Board.IN_A_COLUMN);
    model.addAttribute("waits", EngagementPages.waits());
    model.addAttribute(
        "advisors",
        board.load().stream()
            .filter(one -> page.count("advisor", one.account().value().toString()) > 0)
            .map(one -> Choice.text(one.account().value().toString(), one.name()))
            .toList());
    model.addAttribute("words", words);
    return "journey/board";
  }

  @Needs("board:read")
  @GetMapping("/export.csv")
  void export(
      @Listing(
              sorts = "until",
              filters = {"waiting", "advisor"})
          ListQuery query,
      HttpServletResponse response)
      throws IOException {
    var csv = EngagementPages.csv(response, "board.csv");
    board.export(query, one -> EngagementPages.write(csv, EngagementPages.row(one)));
  }

  @Needs("board:read")
  @GetMapping("/day")
  String day(Model model) {
    model.addAttribute("day", board.day());
    model.addAttribute("words", words);
    return "journey/day";
  }

  @Needs("board:read")
  @GetMapping("/load")
  String load(Model model) {
    var loads = board.load();
    model.addAttribute("loads", loads);
    model.addAttribute("picture", loads.isEmpty() ? null : picture(loads));
    return "journey/load";
  }

  private Bars picture(List<Board.Load> loads) {
    return new Bars(
        new Caption(texts.of("journey.load.title"), texts.of("journey.load.lead")),
        Arrays.asList(
            texts.of("journey.advisors.name"),
            texts.of("journey.advisors.load.column"),
            texts.of("journey.load.room")),
        loads.stream()
            .map(one ->
                new Bars.Bar(
                    one.name(),
                    one.load(),
                    texts.of("journey.advisors.load", one.load(), one.capacity()),
                    (double) one.capacity(),
                    texts.of("journey.load.room.for", one.capacity())))
            .toList());
  }
}
