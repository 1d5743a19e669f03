package lu.aifactory.platform.notice;

import java.util.UUID;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The inbox for programs, worded in the language that the request asks for.
@RestController
@RequestMapping("/api/notices")
class NoticeResource {

  private final Notices notices;
  private final Texts texts;

  NoticeResource(Notices notices, Texts texts) {
    this.notices = notices;
    this.texts = texts;
  }

  @Needs("notice:read")
  @GetMapping
  Page<Told> inbox(@Listing(sorts = "-at", filters = "state") ListQuery query) {
    return notices.inbox(query).map(this::told);
  }

  @Needs("notice:write")
  @PostMapping("/{id}/read")
  Outcome<Told> read(@PathVariable UUID id) {
    return notices.read(new NoticeId(id)).map(this::told);
  }

  @Needs("notice:write")
  @PostMapping("/read")
  void readAll(@RequestParam long upTo) {
    notices.readAll(upTo);
  }

  private Told told(Notice notice) {
    return new Told(
        notice.id().value(),
        notice.number(),
        notice.at().toString(),
        texts.of(notice.message(), notice.arguments()),
        notice.message(),
        notice.link(),
        notice.unread());
  }

  /// A notice in words.
  record Told(
      UUID id,
      long number,
      String at,
      String text,
      String key,
      @Nullable String link,
      boolean unread) {}
}
