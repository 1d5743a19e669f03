package lu.aifactory.platform.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Proposed texts over REST.
@RestController
@RequestMapping("/api/use-cases/{id}/text-proposals")
class TextProposalResource {

  record Proposing(
      @Nullable UUID id,
      @Nullable String section,
      @Nullable String field,
      @Nullable String text,
      @Nullable String origin) {}

  record Accepting(int version) {}

  record Declining(@Nullable String reason) {}

  record ProposalJson(
      UUID id,
      String section,
      String field,
      String text,
      String origin,
      @Nullable String link,
      String by,
      Instant at,
      String state,
      @Nullable String reason,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt) {

    static ProposalJson of(TextProposal one) {
      return new ProposalJson(
          one.id(),
          one.section(),
          one.field(),
          one.text(),
          one.origin(),
          one.link(),
          one.by(),
          one.at(),
          one.state().code(),
          one.reason(),
          one.decidedBy(),
          one.decidedAt());
    }
  }

  private final TextProposals proposals;

  TextProposalResource(TextProposals proposals) {
    this.proposals = proposals;
  }

  @GetMapping
  @Needs("usecase:read")
  List<ProposalJson> list(@PathVariable UUID id) {
    return proposals.of(new UseCaseId(id)).stream().map(ProposalJson::of).toList();
  }

  @PostMapping
  @Needs("usecase:propose")
  Outcome<ProposalJson> propose(@PathVariable UUID id, @RequestBody Proposing body) {
    var origin = text(body.origin()).strip();
    var draft =
        new TextProposal.Draft(
            body.id() == null ? UUID.randomUUID() : body.id(),
            text(body.section()),
            text(body.field()),
            text(body.text()),
            origin.isEmpty() ? "REST" : origin.substring(0, Math.min(origin.length(), 300)),
            null);
    return proposals.propose(new UseCaseId(id), draft).map(ProposalJson::of);
  }

  @PostMapping("/{proposal}/accept")
  @Needs("usecase:accept")
  Outcome<ProposalJson> accept(
      @PathVariable UUID id, @PathVariable UUID proposal, @RequestBody Accepting body) {
    return proposals.accept(new UseCaseId(id), proposal, body.version()).map(ProposalJson::of);
  }

  @PostMapping("/{proposal}/decline")
  @Needs("usecase:accept")
  Outcome<ProposalJson> decline(
      @PathVariable UUID id, @PathVariable UUID proposal, @RequestBody Declining body) {
    return proposals
        .decline(new UseCaseId(id), proposal, text(body.reason()))
        .map(ProposalJson::of);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
