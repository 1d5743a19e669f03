package lu.aifactory.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.forAll;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static lu.aifactory.benchmarks.Browser.read;
import static lu.aifactory.benchmarks.Browser.send;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// 200 people who use a factory at the same time and think five seconds after each page. Settings: `load.address` of the
/// factory, `load.people` (the file that [Population] wrote), and those of [Rounds].
public final class FactoryLoad extends Simulation {

  static final int WANTED_MILLIS = 100;

  /// Makes the people and what is asserted of the answers that they get.
  public FactoryLoad() {
    var protocol =
        http.baseUrl(System.getProperty("load.address", "http://localhost:8080"))
            .acceptHeader("text/html")
            .acceptLanguageHeader("en")
            .redirectNamingStrategy((uri, name, count) -> name + ": the page after it");
    // More of the factory's people than there are, because theirs are the long lists.
    setUp(
            people(120, "organisation", InOrganisation.begin(), InOrganisation.work()),
            people(50, "advisor", InFactory.begin(), InFactory.advise()),
            people(15, "auditor", InFactory.begin(), InFactory.audit()),
            people(15, "administrator", InFactory.begin(), InFactory.administer()))
        .protocols(protocol)
        .exponentialPauses()
        .assertions(wanted());
  }

  private static PopulationBuilder people(
      int number, String role, ChainBuilder begin, ChainBuilder work) {
    return scenario(role)
        .exec(
            feed(listFeeder(withRole(role)).circular()),
            signIn(),
            begin,
            exitHereIfFailed(),
            during(Rounds.all()).on(work),
            send("Sign out", "/sign-out", Map.of()))
        .injectOpen(rampUsers(number).during(Rounds.ARRIVAL));
  }

  private static ChainBuilder signIn() {
    return exec(
            read("Sign-in", "/sign-in"),
            exitHereIfFailed(),
            send(
                "Sign in",
                "/sign-in",
                Map.of("email", "#{email}", "password", Population.PASSWORD),
                substring("action=\"/sign-out\"").exists()))
        .exitHereIfFailed();
  }

  private static List<Map<String, Object>> withRole(String role) {
    try (var lines = Files.lines(Path.of(System.getProperty("load.people", "people.csv")))) {
      return lines
          .map(line -> line.split(",", 2))
          .filter(words -> words[0].equals(role))
          .map(words -> Map.<String, Object>of("email", words[1]))
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static List<Assertion> wanted() {
    var wanted = new ArrayList<Assertion>();
    wanted.add(forAll().responseTime().percentile(95).lt(WANTED_MILLIS));
    wanted.add(forAll().allRequests().count().gt(0L));
    wanted.add(forAll().failedRequests().count().is(0L));
    for (int round = 1; round <= Rounds.COUNT; round++) {
      // Of the round as a whole: every page once, with the one that it may lead to.
      wanted.add(details("round " + round).responseTime().percentile(95).lt(WANTED_MILLIS));
      wanted.add(details("round " + round).allRequests().count().gt(0L));
    }
    return wanted;
  }
}
