package lu.aifactory.platform.feedback;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Where administrators read what people told, and answer it.
@Controller
@RequestMapping("/feedback/all")
class FeedbackDeskPages {

  private static final List<Choice> STATES =
      Arrays.stream(Feedback.State.values())
          .map(state -> Choice.key(state.code(), "feedback.state." + state.code()))
          .toList();

  private final FeedbackRoom room;

  FeedbackDeskPages(FeedbackRoom room) {
    this.room = room;
  }

  @Needs("feedback:read")
  @GetMapping
  String list(
      @Listing(
              sorts = {"-at", "changed", "kind"},
              filters = {"state", "kind"})
          ListQuery query,
      Model model) {
    model.addAttribute("page", room.list(query));
    model.addAttribute("states", STATES);
    model.addAttribute("kinds", FeedbackPages.KINDS);
    return "feedback/list";
  }

  @Needs("feedback:read")
  @GetMapping("/{id}")
  String one(@PathVariable UUID id, Model model) {
    return show(new FeedbackId(id), Form.empty(), model);
  }

  @Needs("feedback:answer")
  @PostMapping("/{id}/answer")
  String answer(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    return after(
        new FeedbackId(id), room.answer(new FeedbackId(id), form.value("reply")), form, model);
  }

  @Needs("feedback:answer")
  @PostMapping("/{id}/close")
  String close(@PathVariable UUID id, Model model) {
    return after(new FeedbackId(id), room.close(new FeedbackId(id)), Form.empty(), model);
  }

  private String after(FeedbackId id, Outcome<FeedbackId> outcome, Form form, Model model) {
    return switch (outcome) {
      case Done<?> _ -> "redirect:/feedback/all/" + id.value();
      case Refused<?>(Refusal.NotFound _) ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case Refused<?>(var why) -> show(id, form.with(why), model);
    };
  }

  private String show(FeedbackId id, Form form, Model model) {
    return switch (room.one(id)) {
      case Done(var feedback) -> {
        model.addAttribute("feedback", feedback);
        model.addAttribute("way", room.way(id).code());
        model.addAttribute("form", form);
        yield "feedback/one";
      }
      case Refused(var why) ->
          throw new ResponseStatusException(HttpStatus.valueOf(why.kind().status()));
    };
  }

  @Needs("feedback:read")
  @GetMapping("/export.csv")
  void export(
      @Listing(
              sorts = {"-at", "changed", "kind"},
              filters = {"state", "kind"})
          ListQuery query,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"feedback.csv\"");
    var csv =
        Csv.to(
            response.getWriter(),
            List.of("id", "at", "kind", "state", "page", "language", "email", "text", "reply"));
    for (var one : room.export(query)) {
      csv.row(
          Arrays.<@Nullable Object>asList(
              one.id().value(),
              one.at(),
              one.kind().code(),
              one.state().code(),
              one.page(),
              one.language().getLanguage(),
              one.email(),
              one.text(),
              one.reply()));
    }
    response.getWriter().flush();
  }
}
