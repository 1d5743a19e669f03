package lu.aifactory.platform.mail;

import java.time.Instant;
import java.util.UUID;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Outgoing mail for programs that watch over the platform.
@RestController
@RequestMapping("/api/mail")
class MailResource {

  private final OutgoingMail outgoing;

  MailResource(OutgoingMail outgoing) {
    this.outgoing = outgoing;
  }

  @Needs("mail:read")
  @GetMapping
  Page<Outgoing> list(
      @Listing(
              sorts = {"-queued", "due", "tries", "to"},
              filters = {"state", "kind"})
          ListQuery query) {
    return outgoing.list(query).map(MailResource::outgoing);
  }

  @Needs("mail:read")
  @GetMapping("/server")
  MailServer.State server() {
    return outgoing.server();
  }

  @Needs("mail:manage")
  @PostMapping("/{id}/retry")
  Outcome<UUID> retry(@PathVariable UUID id) {
    return outgoing.retry(new LetterId(id)).map(LetterId::value);
  }

  @Needs("mail:manage")
  @PostMapping("/{id}/cancel")
  Outcome<UUID> cancel(@PathVariable UUID id) {
    return outgoing.cancel(new LetterId(id)).map(LetterId::value);
  }

  @Needs("mail:manage")
  @PostMapping("/test")
  Outcome<UUID> test() {
    return outgoing.test().map(LetterId::value);
  }

  private static Outgoing outgoing(Queued one) {
    return new Outgoing(
        one.id().value(),
        one.kind(),
        one.name(),
        one.address(),
        one.state().code(),
        one.queuedAt(),
        one.tries(),
        one.triedAt(),
        one.state() == Queued.State.WAITING ? one.dueAt() : null,
        one.answer());
  }

  /// A letter on its way; `nextTry` while it waits.
  record Outgoing(
      UUID id,
      String kind,
      String name,
      String address,
      String state,
      Instant queued,
      int tries,
      @Nullable Instant lastTry,
      @Nullable Instant nextTry,
      @Nullable String answer) {}
}
