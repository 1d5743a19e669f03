package lu.aifactory.platform.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The auditor's pages.
@Controller
class AuditPages {

  private final Auditing auditing;
  private final Keys keys;
  private final Clock clock;

  AuditPages(Auditing auditing, Keys keys, Clock clock) {
    this.auditing = auditing;
    this.keys = keys;
    this.clock = clock;
  }

  @Needs("audit:read")
  @GetMapping("/audit")
  String list(
      @ModelAttribute("query") AuditQuery query,
      @RequestParam(defaultValue = "0") long after,
      Model model) {
    model.addAttribute("page", auditing.page(query, after));
    model.addAttribute("after", after);
    model.addAttribute("counted", Auditing.COUNTED);
    model.addAttribute("kinds", auditing.kinds());
    model.addAttribute("checks", auditing.verifications());
    model.addAttribute("checkpoint", auditing.checkpoint().orElse(null));
    return "audit/list";
  }

  @Needs("audit:read")
  @GetMapping("/audit/entries/{id}")
  String entry(@PathVariable UUID id, Model model) {
    return switch (auditing.entry(id)) {
      case Done(var linked) -> {
        model.addAttribute("linked", linked);
        yield "audit/entry";
      }
      case Refused(var why) ->
          throw new ResponseStatusException(HttpStatus.valueOf(why.kind().status()));
    };
  }

  @Needs("audit:verify")
  @PostMapping("/audit/verifications")
  String verify() {
    return "redirect:/audit/verifications/" + auditing.verify();
  }

  @Needs("audit:verify")
  @GetMapping("/audit/verifications/{id}")
  String verification(
      @PathVariable UUID id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    return switch (auditing.verification(id)) {
      case Done(var state) -> {
        model.addAttribute("state", state);
        yield part ? "audit/verification :: progress" : "audit/verification";
      }
      case Refused(var why) ->
          throw new ResponseStatusException(HttpStatus.valueOf(why.kind().status()));
    };
  }

  @Needs("audit:read")
  @GetMapping("/audit/export.csv")
  void csv(@ModelAttribute AuditQuery query, HttpServletResponse response) throws IOException {
    download(response, "text/csv", "csv");
    AuditExport.each(auditing, query, AuditExport.csv(response.getWriter()));
    response.getWriter().flush();
  }

  @Needs("audit:read")
  @GetMapping("/audit/export.jsonl")
  void jsonLines(@ModelAttribute AuditQuery query, HttpServletResponse response)
      throws IOException {
    download(response, "application/jsonl", "jsonl");
    AuditExport.each(auditing, query, AuditExport.jsonLines(response.getWriter()));
    response.getWriter().flush();
  }

  @Needs("audit:read")
  @GetMapping("/audit/checkpoint")
  void checkpoint(HttpServletResponse response) throws IOException {
    var newest =
        auditing.checkpoint().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    attach(response, "text/plain", "audit-checkpoint-" + newest.place() + ".txt");
    response.getWriter().write(newest.line() + "\n\n" + keys.publicKey());
  }

  private void download(HttpServletResponse response, String type, String ending) {
    attach(
        response, type, "audit-" + LocalDate.now(clock.withZone(AuditQuery.ZONE)) + "." + ending);
  }

  private static void attach(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
