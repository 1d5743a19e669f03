package lu.aifactory.platform.journey.cockpit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The factory's cockpit.
@Controller
@RequestMapping("/cockpit")
class CockpitPages {

  private final Cockpit cockpit;
  private final CockpitWords words;

  CockpitPages(Cockpit cockpit, CockpitWords words) {
    this.cockpit = cockpit;
    this.words = words;
  }

  @Needs("cockpit:read")
  @GetMapping
  String cockpit(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Model model) {
    var figures = cockpit.figures(day(from), day(to));
    model.addAttribute("figures", figures);
    model.addAttribute("cockpit", words);
    model.addAttribute("form", Form.empty().with("from", figures.from()).with("to", figures.to()));
    model.addAttribute("firstContacts", words.firstContacts(figures));
    model.addAttribute("stages", words.stages(figures));
    return "journey/cockpit";
  }

  /// One of the tables, for a spreadsheet: first-contact, stages, waiting, in-stages, sectors or sizes.
  @Needs("cockpit:read")
  @GetMapping("/export.csv")
  void export(
      @RequestParam(defaultValue = "first-contact") String table,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      HttpServletResponse response)
      throws IOException {
    var figures = cockpit.figures(day(from), day(to));
    var rows = CockpitTables.of(table, figures);
    if (rows.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + table + ".csv\"");
    var csv = Csv.to(response.getWriter(), rows.get().columns());
    for (var row : rows.get().rows()) {
      csv.row(row);
    }
  }

  static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed);
    } catch (DateTimeException _) {
      return null;
    }
  }

  static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }
}
