package lu.aifactory.cli;

import java.io.PrintWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sign-offs of both sides, the seal, and the documents that come of it.
final class Signing {

  static final String ORGANISATION = "organisation";
  static final String ADVISOR = "advisor";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  private final Factory factory;
  private final String useCase;
  private final String token;
  private final PrintWriter out;

  /// @param useCase its path in the API
  /// @param token of the organisation's owner
  Signing(Factory factory, String useCase, String token, PrintWriter out) {
    this.factory = factory;
    this.useCase = useCase;
    this.token = token;
    this.out = out;
  }

  boolean isSealed() {
    return UseCaseSections.isSealed(now());
  }

  void signForOrganisation() {
    if (!isSigned(ORGANISATION)) sign(ORGANISATION, token);
    out.println("Signed for the organisation");
  }

  /// Signs as the advisor where that is possible, else waits until they have.
  void awaitAdvisor(String engagement, @Nullable String given) {
    var told = "";
    while (!isSigned(ADVISOR)) {
      var assigned = factory.get("/api/engagements/" + engagement, token).json().path("engagement");
      var advisor = assigned.path("advisor").asString("");
      var theirs = given != null ? given : advisor.isEmpty() ? null : oneClick(advisor);
      if (theirs != null) {
        sign(ADVISOR, theirs);
        continue;
      }
      var waiting = waitingFor(assigned.path("advisorName").asString(""));
      if (!waiting.equals(told)) out.println(waiting);
      told = waiting;
      Factory.sleep(BETWEEN_LOOKS);
    }
    out.println("Signed by the advisor");
  }

  private String waitingFor(String name) {
    var page = factory.address() + useCase.substring("/api".length());
    return name.isEmpty()
        ? "Waiting: the factory has assigned no advisor yet, who must then sign at " + page
        : "Waiting: " + name + " must sign as the advisor at " + page;
  }

  // Only a factory in demonstration mode hands out the tokens of its people.
  private @Nullable String oneClick(String account) {
    var answer = factory.post("/api/demo/sign-in", null, Map.of("account", account), null);
    return answer.status() == 404 || answer.status() == 401
        ? null
        : answer.json().get("token").asString();
  }

  private void sign(String side, String signer) {
    var hash = now().get("contentSha256");
    factory
        .post(useCase + "/sign-offs/" + side, signer, Map.of("contentSha256", hash), null)
        .fine();
  }

  private boolean isSigned(String side) {
    var current = now();
    for (var signature : current.path("signOffs")) {
      if (signature.path("capacity").asString().equals(side)
          && signature.path("contentSha256").equals(current.path("contentSha256"))) {
        return true;
      }
    }
    return false;
  }

  void seal() {
    factory.post(useCase + "/seal", token).fine();
    out.println("Sealed");
  }

  /// Fetches PDF and JSON.
  void fetch(RunFile run) {
    var json = factory.get(useCase + "/document.json", token).fine().bytes();
    var expected = now().path("sealed").path("jsonSha256").asString();
    if (!sha256(json).equals(expected)) {
      throw Stopped.refused("The JSON that came is not the sealed one: its SHA-256 differs.");
    }
    out.println("Wrote " + run.write("use-case.json", json));
    var pdf = factory.get(useCase + "/document.pdf", token).fine().bytes();
    out.println("Wrote " + run.write("use-case.pdf", pdf));
  }

  private JsonNode now() {
    return factory.get(useCase, token).json();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
