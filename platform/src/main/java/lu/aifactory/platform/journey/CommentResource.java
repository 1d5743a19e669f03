package lu.aifactory.platform.journey;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Comments for programs.
@RestController
@RequestMapping("/api/engagements/{id}/comments")
class CommentResource {

  private final Comments comments;

  CommentResource(Comments comments) {
    this.comments = comments;
  }

  record Said(
      UUID id,
      @Nullable UUID task,
      UUID author,
      String authorName,
      Instant at,
      @Nullable Instant editedAt,
      @Nullable Instant deletedAt,
      boolean internal,
      String text,
      List<String> told,
      int version) {

    static Said of(Comment one) {
      var task = one.task();
      return new Said(
          one.id().value(),
          task == null ? null : task.value(),
          one.author().value(),
          one.authorName(),
          one.at(),
          one.editedAt(),
          one.deletedAt(),
          one.internal(),
          one.text(),
          one.told(),
          one.version());
    }
  }

  /// @param tell the accounts of those who are told by name
  record Saying(
      @Nullable UUID id,
      @Nullable UUID task,
      @Nullable Boolean internal,
      @Nullable String text,
      @Nullable Set<UUID> tell) {}

  record Change(@Nullable String text, int version) {}

  record Made(UUID id) {}

  record Reader(UUID account, String name, boolean internal) {}

  @Needs("engagement:read")
  @GetMapping
  Page<Said> list(
      @PathVariable UUID id, @Listing(sorts = "-at", filters = "visible") ListQuery query) {
    return comments.list(new EngagementId(id), query).map(Said::of);
  }

  @Needs("engagement:read")
  @GetMapping("/readers")
  List<Reader> readers(@PathVariable UUID id) {
    return comments.readers(new EngagementId(id)).stream()
        .map(one -> new Reader(one.account().value(), one.name(), one.internal()))
        .toList();
  }

  @Needs("engagement:comment")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Made> add(@PathVariable UUID id, @RequestBody Saying body) {
    var task = body.task();
    var tell = body.tell();
    var comment =
        new NewComment(
            new CommentId(body.id() == null ? UUID.randomUUID() : body.id()),
            task == null ? null : new TaskId(task),
            Boolean.TRUE.equals(body.internal()),
            body.text() == null ? "" : body.text(),
            tell == null
                ? Set.of()
                : tell.stream().map(AccountId::new).collect(Collectors.toUnmodifiableSet()));
    return comments.add(new EngagementId(id), comment).map(made -> new Made(made.value()));
  }

  @Needs("engagement:comment")
  @PutMapping("/{comment}")
  Outcome<Said> edit(@PathVariable UUID id, @PathVariable UUID comment, @RequestBody Change body) {
    var engagement = new EngagementId(id);
    var text = body.text() == null ? "" : body.text();
    return comments
        .edit(engagement, new CommentId(comment), text, body.version())
        .map(edited -> Said.of(comments.comment(engagement, edited)));
  }

  @Needs("engagement:comment")
  @DeleteMapping("/{comment}")
  Outcome<Said> delete(@PathVariable UUID id, @PathVariable UUID comment) {
    var engagement = new EngagementId(id);
    return comments
        .delete(engagement, new CommentId(comment))
        .map(deleted -> Said.of(comments.comment(engagement, deleted)));
  }
}
