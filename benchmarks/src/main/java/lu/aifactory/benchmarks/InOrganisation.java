package lu.aifactory.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static lu.aifactory.benchmarks.Browser.any;
import static lu.aifactory.benchmarks.Browser.habit;
import static lu.aifactory.benchmarks.Browser.having;
import static lu.aifactory.benchmarks.Browser.kept;
import static lu.aifactory.benchmarks.Browser.link;
import static lu.aifactory.benchmarks.Browser.read;
import static lu.aifactory.benchmarks.Browser.send;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import java.util.List;
import java.util.Map;

/// What somebody of an organisation does, nearly all of it on the one engagement that there is.
final class InOrganisation {

  private static final String ENGAGEMENT = "/engagements/#{engagement}";

  private InOrganisation() {}

  static ChainBuilder begin() {
    return engagements();
  }

  static ChainBuilder work() {
    return any(
        List.of(
            habit(18, read("Home", "/")),
            habit(6, engagements()),
            habit(14, Engagement.read()),
            habit(4, Engagement.read(), Engagement.readOlder()),
            habit(6, Engagement.addTask()),
            habit(6, Engagement.read(), Engagement.finishTask()),
            habit(5, answer()),
            habit(4, Engagement.readiness()),
            habit(3, portfolio()),
            habit(3, addIdea()),
            habit(5, useCase()),
            habit(4, read("Documents", "/documents")),
            habit(5, read("Notices", "/notices")),
            habit(4, organisation()),
            habit(2, account()),
            habit(4, read("Search", "/search?q=data"))));
  }

  private static ChainBuilder engagements() {
    return read("Engagements of my own", "/engagements", link("engagement", "/engagements/"));
  }

  /// Goes on with the assessment, or begins one, and answers a question.
  private static ChainBuilder answer() {
    return exec(
        read(
            "Assessment: facts",
            ENGAGEMENT + "/readiness/start",
            kept("fresh", "name=\"id\" value=\"([^\"]+)\""),
            kept("facts", "action=\"(/[^\"]+/(?:facts|start))\"")),
        having(
            "facts",
            send(
                "Assessment: save facts",
                "#{facts}",
                Map.of("id", "#{fresh}", "depth", "full"),
                question())),
        having(
            "question",
            send(
                "Assessment: save an answer",
                "#{question}",
                Map.of("version", "#{version}", "answer", "2", "evidence", "self-declared"),
                question())));
  }

  private static CheckBuilder[] question() {
    return new CheckBuilder[] {
      kept("question", " action=\"(/readiness/[^\"/]+/questions/[^\"/]+)\""),
      kept("version", "name=\"version\" value=\"(\\d+)\"")
    };
  }

  private static ChainBuilder portfolio() {
    return exec(
        read("Portfolio", ENGAGEMENT + "/portfolio", link("idea", "/portfolio/ideas/")),
        having("idea", read("Idea", "/portfolio/ideas/#{idea}")));
  }

  private static ChainBuilder addIdea() {
    return exec(
        read(
            "New idea",
            ENGAGEMENT + "/portfolio/new",
            kept("fresh", "name=\"id\" value=\"([^\"]+)\"")),
        send(
            "Save a new idea",
            ENGAGEMENT + "/portfolio",
            Map.of(
                "id", "#{fresh}",
                "title", "Bake what the weather asks for",
                "description", "Less is thrown away when tomorrow's weather is known.")));
  }

  private static ChainBuilder useCase() {
    return exec(
        read("Use cases of my own", "/use-cases", link("use-case", "/use-cases/")),
        having(
            "use-case",
            read("Use case", "/use-cases/#{use-case}"),
            read("Use case as a document", "/use-cases/#{use-case}/document")));
  }

  private static ChainBuilder organisation() {
    return exec(
        read("Organisations of my own", "/organisations", link("organisation", "/organisations/")),
        having("organisation", read("Organisation", "/organisations/#{organisation}")));
  }

  private static ChainBuilder account() {
    return exec(
        read("Account", "/account", kept("name", "name=\"name\"[^>]* value=\"([^\"]+)\"")),
        having(
            "name",
            send("Save the account", "/account", Map.of("name", "#{name}", "language", "en"))));
  }
}
