package lu.aifactory.platform.notice;

import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The inbox.
@Controller
class NoticePages {

  private final Notices notices;

  NoticePages(Notices notices) {
    this.notices = notices;
  }

  @Needs("notice:read")
  @GetMapping("/notices")
  String inbox(@Listing(sorts = "-at", filters = "state") ListQuery query, Model model) {
    model.addAttribute("page", notices.inbox(query));
    model.addAttribute("states", List.of(Choice.key("unread", "notice.filter.unread")));
    model.addAttribute("unread", notices.unread());
    return "notice/inbox";
  }

  /// Opening a notice is reading it, then going where it leads.
  @Needs("notice:write")
  @PostMapping("/notices/{id}/read")
  String read(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean follow) {
    return switch (notices.read(new NoticeId(id))) {
      case Done(var notice) ->
          "redirect:" + (follow && notice.link() != null ? notice.link() : "/notices");
      case Refused(var why) ->
          throw new ResponseStatusException(HttpStatus.valueOf(why.kind().status()));
    };
  }

  @Needs("notice:write")
  @PostMapping("/notices/read")
  String readAll(@RequestParam long upTo) {
    notices.readAll(upTo);
    return "redirect:/notices";
  }
}
