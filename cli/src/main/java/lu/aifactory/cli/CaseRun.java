package lu.aifactory.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes one case through the factory. Every step first looks at what the factory has, so that calling it again goes on.
final class CaseRun {

  private final CaseFile file;
  private final Factory factory;
  private final RunFile kept;
  private final PrintWriter out;

  CaseRun(CaseFile file, Factory factory, RunFile kept, PrintWriter out) {
    this.file = file;
    this.factory = factory;
    this.kept = kept;
    this.out = out;
  }

  void run(@Nullable String advisorToken) {
    out.println("Case " + file.name() + " at " + factory.address() + ", run " + kept.get("run"));
    var token = new Opening(file, factory, kept, out).token();
    var engagement = kept.get("engagement");
    out.println("Engagement " + factory.address() + "/engagements/" + engagement);
    describeOrganisation(token);
    new ReadinessAnswers(file, factory, kept, out).give(token);
    var portfolio = new PortfolioIdeas(file, factory, kept, out);
    portfolio.decide(token);
    new RoadmapSteps(file, factory, kept, out).plan(token);
    portfolio.fetch(token);
    var useCase = new UseCaseSections(file, factory, kept, out).write(token);
    var signing = new Signing(factory, useCase, token, out);
    if (signing.isSealed() || sign(signing, engagement, advisorToken)) {
      signing.fetch(kept);
    }
  }

  private boolean sign(Signing signing, String engagement, @Nullable String advisorToken) {
    if (isLeftOpen(Signing.ORGANISATION)) return false;
    signing.signForOrganisation();
    if (isLeftOpen(Signing.ADVISOR)) return false;
    signing.awaitAdvisor(engagement, advisorToken);
    signing.seal();
    return true;
  }

  private boolean isLeftOpen(String side) {
    for (var named : file.content().path("signOffs")) {
      if (named.asString().equals(side)) return false;
    }
    out.println("Complete; the case file leaves the signature of the " + side + " open");
    return true;
  }

  private void describeOrganisation(String token) {
    var given = file.content().path("organisation");
    if (given.isMissingNode() || kept.find("described").isPresent()) return;
    var body =
        Map.of(
            "kind", given.get("kind"),
            "name", file.organisationName(),
            "answers", given.get("answers"),
            "group", given.has("group") ? given.get("group") : List.of());
    var answer =
        factory.post(
            "/api/organisations/" + kept.get("organisation") + "/details",
            token,
            body,
            kept.key("organisation"));
    // The organisation is the caller's own, so it is the door that is missing, in a factory of an
    // earlier version.
    if (answer.status() == 404) {
      out.println("Organisation not described: this factory does not ask for it");
      return;
    }
    answer.fine();
    kept.keep("described", "yes");
    out.println("Organisation described");
  }
}
