package lu.aifactory.platform.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The administrators' page of outgoing mail.
@Controller
class MailPages {

  private static final List<Choice> STATES =
      Arrays.stream(Queued.State.values())
          .map(state -> Choice.key(state.code(), "mail.state." + state.code()))
          .toList();
  private static final List<Choice> KINDS =
      Arrays.stream(Letter.Kind.values())
          .map(kind -> Choice.key(kind.code(), "mail.kind." + kind.code()))
          .toList();

  private static final Set<String> DONE = Set.of("retry", "cancel", "test");

  private final OutgoingMail outgoing;
  private final MailSettings settings;

  MailPages(OutgoingMail outgoing, MailSettings settings) {
    this.outgoing = outgoing;
    this.settings = settings;
  }

  @Needs("mail:read")
  @GetMapping("/mail")
  String list(
      @Listing(
              sorts = {"-queued", "due", "tries", "to"},
              filters = {"state", "kind"})
          ListQuery query,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    model.addAttribute("done", done != null && DONE.contains(done) ? done : null);
    return show(query, null, model);
  }

  @Needs("mail:manage")
  @PostMapping("/mail/{id}/retry")
  String retry(@PathVariable UUID id, Model model) {
    return after("retry", outgoing.retry(new LetterId(id)), model);
  }

  @Needs("mail:manage")
  @PostMapping("/mail/{id}/cancel")
  String cancel(@PathVariable UUID id, Model model) {
    return after("cancel", outgoing.cancel(new LetterId(id)), model);
  }

  @Needs("mail:manage")
  @PostMapping("/mail/test")
  String test(Model model) {
    return after("test", outgoing.test(), model);
  }

  private String after(String what, Outcome<LetterId> outcome, Model model) {
    return switch (outcome) {
      case Done<LetterId> _ -> "redirect:/mail?done=" + what;
      case Refused<LetterId>(var why) ->
          show(new ListQuery("", Map.of(), "queued", true, 1, 25), why.message(), model);
    };
  }

  private String show(ListQuery query, @Nullable String refusal, Model model) {
    model.addAttribute("page", outgoing.list(query));
    model.addAttribute("server", outgoing.server());
    model.addAttribute("host", settings.host());
    model.addAttribute("port", settings.port());
    model.addAttribute("keptDays", settings.keep().toDays());
    model.addAttribute("states", STATES);
    model.addAttribute("kinds", KINDS);
    model.addAttribute("refusal", refusal);
    return "mail/list";
  }

  @Needs("mail:read")
  @GetMapping("/mail/export.csv")
  void export(
      @Listing(
              sorts = {"-queued", "due", "tries", "to"},
              filters = {"state", "kind"})
          ListQuery query,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"outgoing-mail.csv\"");
    var csv =
        Csv.to(
            response.getWriter(),
            List.of(
                "id",
                "queued",
                "kind",
                "name",
                "address",
                "state",
                "tries",
                "last try",
                "next try",
                "answer"));
    for (var one : outgoing.export(query)) {
      csv.row(
          Arrays.<@Nullable Object>asList(
              one.id().value(),
              one.queuedAt(),
              one.kind(),
              one.name(),
              one.address(),
              one.state().code(),
              one.tries(),
              one.triedAt(),
              one.state() == Queued.State.WAITING ? one.dueAt() : null,
              one.answer()));
    }
    response.getWriter().flush();
  }
}
