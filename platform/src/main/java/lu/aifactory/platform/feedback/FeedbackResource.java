package lu.aifactory.platform.feedback;

import java.time.Instant;
import java.util.UUID;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Feedback for programs.
@RestController
@RequestMapping("/api/feedback")
class FeedbackResource {

  private final FeedbackRoom room;

  FeedbackResource(FeedbackRoom room) {
    this.room = room;
  }

  /// What somebody tells; page and address may be left out.
  record Told(
      @Nullable UUID id,
      @Nullable String kind,
      @Nullable String text,
      @Nullable String page,
      @Nullable String email) {}

  /// An answer.
  record Reply(@Nullable String reply) {}

  @Open("whoever cannot use the portal cannot sign in first")
  @PostMapping
  Outcome<UUID> give(@RequestBody Told told) {
    return room.give(
            new NewFeedback(
                told.id() == null ? UUID.randomUUID() : told.id(),
                or(told.kind()),
                or(told.text()),
                or(told.page()),
                or(told.email())))
        .map(FeedbackId::value);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Needs("feedback:read")
  @GetMapping
  Page<Given> list(
      @Listing(
              sorts = {"-at", "changed", "kind"},
              filters = {"state", "kind"})
          ListQuery query) {
    return room.list(query).map(FeedbackResource::given);
  }

  @Needs("feedback:read")
  @GetMapping("/{id}")
  Outcome<Given> one(@PathVariable UUID id) {
    return room.one(new FeedbackId(id)).map(FeedbackResource::given);
  }

  @Needs("feedback:answer")
  @PostMapping("/{id}/answer")
  Outcome<UUID> answer(@PathVariable UUID id, @RequestBody Reply reply) {
    return room.answer(new FeedbackId(id), or(reply.reply())).map(FeedbackId::value);
  }

  @Needs("feedback:answer")
  @PostMapping("/{id}/close")
  Outcome<UUID> close(@PathVariable UUID id) {
    return room.close(new FeedbackId(id)).map(FeedbackId::value);
  }

  private static Given given(Feedback one) {
    return new Given(
        one.id().value(),
        one.at(),
        one.kind().code(),
        one.state().code(),
        one.text(),
        one.page(),
        one.email(),
        one.reply());
  }

  /// What somebody told, and the answer.
  record Given(
      UUID id,
      Instant at,
      String kind,
      String state,
      String text,
      @Nullable String page,
      @Nullable String email,
      @Nullable String reply) {}
}
