package lu.aifactory.platform.journey;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was said about an engagement, and where something is added.
@Controller
@RequestMapping("/engagements/{id}/comments")
class CommentPages {

  private final Comments comments;
  private final Journey journey;
  private final EngagementFrame frame;

  CommentPages(Comments comments, Journey journey, EngagementFrame frame) {
    this.comments = comments;
    this.journey = journey;
    this.frame = frame;
  }

  @Needs("engagement:read")
  @GetMapping
  String list(
      @PathVariable UUID id,
      @Listing(sorts = "-at", filters = "visible") ListQuery query,
      Model model) {
    return list(new EngagementId(id), query, blank(), model);
  }

  private static Form blank() {
    return Form.empty().with("id", UUID.randomUUID());
  }

  private String list(EngagementId id, ListQuery query, Form form, Model model) {
    frame.put(journey.engagement(id), model);
    write(id, form, null, model);
    model.addAttribute("page", comments.list(id, query));
    model.addAttribute(
        "visibilities",
        List.of(
            Choice.key("shared", "journey.comment.shared"),
            Choice.key("internal", "journey.comment.internal")));
    return "journey/comments";
  }

  /// What the form for a new comment shows.
  void write(EngagementId id, Form form, @Nullable TaskId task, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("about", task);
    model.addAttribute("readsInternal", comments.readsInternal(id));
    model.addAttribute(
        "tellable",
        comments.readers(id).stream()
            .map(one -> Choice.text(one.account().value().toString(), one.name()))
            .toList());
  }

  @Needs("engagement:comment")
  @PostMapping
  String add(
      @PathVariable UUID id,
      @Listing(sorts = "-at", filters = "visible") ListQuery query,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var engagement = new EngagementId(id);
    var task = TaskPages.id(form.value("task")).map(TaskId::new).orElse(null);
    var comment =
        new NewComment(
            new CommentId(form.id()),
            task,
            form.value("internal").equals("true"),
            form.value("text"),
            form.all("tell").stream()
                .flatMap(one -> TaskPages.id(one).stream())
                .map(AccountId::new)
                .collect(Collectors.toUnmodifiableSet()));
    return switch (comments.add(engagement, comment)) {
      case Done(var made) ->
          task == null
              ? "redirect:/engagements/" + id + "/comments#c-" + made.value()
              : "redirect:/engagements/" + id + "/tasks/" + task.value() + "#comments";
      case Refused(var why) -> list(engagement, query, form.with(why), model);
    };
  }

  @Needs("engagement:comment")
  @GetMapping("/{comment}")
  String one(@PathVariable UUID id, @PathVariable UUID comment, Model model) {
    var engagement = new EngagementId(id);
    var found = comments.comment(engagement, new CommentId(comment));
    return one(
        engagement,
        found,
        Form.empty().with("text", found.text()).with("version", found.version()),
        model);
  }

  private String one(EngagementId id, Comment comment, Form form, Model model) {
    frame.put(journey.engagement(id), model);
    model.addAttribute("comment", comment);
    model.addAttribute("mayEdit", comments.mayEdit(id, comment));
    model.addAttribute("form", form);
    return "journey/comment";
  }

  @Needs("engagement:comment")
  @PostMapping("/{comment}")
  String edit(
      @PathVariable UUID id,
      @PathVariable UUID comment,
      @RequestParam(defaultValue = "") String text,
      @RequestParam int version,
      Model model) {
    var engagement = new EngagementId(id);
    var commentId = new CommentId(comment);
    return switch (comments.edit(engagement, commentId, text, version)) {
      case Done(_) -> "redirect:/engagements/" + id + "/comments#c-" + comment;
      case Refused(var why) -> {
        var now = comments.comment(engagement, commentId);
        var form = Form.empty().with("text", text).with("version", now.version()).with(why);
        yield one(engagement, now, form, model);
      }
    };
  }

  @Needs("engagement:comment")
  @PostMapping("/{comment}/delete")
  String delete(@PathVariable UUID id, @PathVariable UUID comment, Model model) {
    var engagement = new EngagementId(id);
    var commentId = new CommentId(comment);
    return switch (comments.delete(engagement, commentId)) {
      case Done(_) -> "redirect:/engagements/" + id + "/comments#c-" + comment;
      case Refused(var why) ->
          one(engagement, comments.comment(engagement, commentId), Form.empty().with(why), model);
    };
  }

  @Needs("engagement:read")
  @GetMapping("/export.csv")
  void export(
      @PathVariable UUID id,
      @Listing(sorts = "-at", filters = "visible") ListQuery query,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"comments.csv\"");
    var csv =
        Csv.to(
            response.getWriter(),
            List.of("id", "at", "author", "internal", "text", "edited", "deleted"));
    comments.export(new EngagementId(id), query, one -> write(csv, row(one)));
  }

  private static void write(Csv csv, List<? extends @Nullable Object> row) {
    try {
      csv.row(row);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<@Nullable Object> row(Comment one) {
    return Arrays.<@Nullable Object>asList(
        one.id().value(),
        one.at(),
        one.authorName(),
        one.internal(),
        one.text(),
        one.editedAt(),
        one.deletedAt());
  }
}
