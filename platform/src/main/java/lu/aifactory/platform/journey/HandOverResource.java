package lu.aifactory.platform.journey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Hand-overs for programs.
@RestController
@RequestMapping("/api")
class HandOverResource {

  private final HandOvers handOvers;

  HandOverResource(HandOvers handOvers) {
    this.handOvers = handOvers;
  }

  record Shown(
      UUID id,
      UUID engagement,
      String title,
      String organisationName,
      UUID giver,
      String giverName,
      UUID receiver,
      String receiverName,
      String reason,
      String openPoints,
      Instant proposedAt,
      @Nullable String answer,
      @Nullable Instant answeredAt,
      @Nullable String note) {

    static Shown of(HandOver one) {
      var answer = one.answer();
      return new Shown(
          one.id().value(),
          one.engagement().value(),
          one.title(),
          one.organisationName(),
          one.giver().value(),
          one.giverName(),
          one.receiver().value(),
          one.receiverName(),
          one.reason(),
          one.openPoints(),
          one.proposedAt(),
          answer == null ? null : answer.code(),
          one.answeredAt(),
          one.note());
    }
  }

  record Proposal(
      @Nullable UUID id,
      @Nullable UUID receiver,
      @Nullable String reason,
      @Nullable String openPoints) {}

  record No(@Nullable String note) {}

  record Made(UUID id) {}

  @Needs("engagement:advise")
  @GetMapping("/engagements/{id}/hand-over")
  Outcome<Shown> pending(@PathVariable UUID id) {
    return handOvers
        .pending(new EngagementId(id))
        .map(one -> Outcome.done(Shown.of(one)))
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  @Needs("engagement:advise")
  @PostMapping("/engagements/{id}/hand-over")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Made> propose(@PathVariable UUID id, @RequestBody Proposal body) {
    var receiver = body.receiver();
    return handOvers
        .propose(
            new EngagementId(id),
            new HandOverId(body.id() == null ? UUID.randomUUID() : body.id()),
            new AccountId(receiver == null ? new UUID(0, 0) : receiver),
            text(body.reason()),
            text(body.openPoints()))
        .map(made -> new Made(made.value()));
  }

  @Needs("engagement:advise")
  @DeleteMapping("/engagements/{id}/hand-over")
  Outcome<Made> withdraw(@PathVariable UUID id) {
    return handOvers.withdraw(new EngagementId(id)).map(one -> new Made(one.value()));
  }

  /// Those that wait for the caller's answer.
  @Needs("hand-over:answer")
  @GetMapping("/hand-overs")
  List<Shown> waiting() {
    return handOvers.waitingForMe().stream().map(Shown::of).toList();
  }

  @Needs("hand-over:answer")
  @PostMapping("/hand-overs/{id}/accept")
  Outcome<Made> accept(@PathVariable UUID id) {
    return handOvers.accept(new HandOverId(id)).map(one -> new Made(one.value()));
  }

  @Needs("hand-over:answer")
  @PostMapping("/hand-overs/{id}/decline")
  Outcome<Made> decline(@PathVariable UUID id, @RequestBody No body) {
    return handOvers
        .decline(new HandOverId(id), text(body.note()))
        .map(one -> new Made(one.value()));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
