package lu.aifactory.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lu.aifactory.acceptance.RunningFactory.Answer;

/// Somebody who reads pages and sends forms, with the cookies of one browser.
final class Browsing implements AutoCloseable {

  private static final Pattern FORM_TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private String formToken = "";

  Browsing(RunningFactory factory) {
    address = factory.address();
  }

  Browsing signIn(String email, String password) {
    get("/sign-in");
    post("/sign-in", Map.of("email", email, "password", password)).fine();
    // Visitors are led to the page for signing in instead.
    if (get("/account").fine().body().contains("action=\"/sign-in\"")) {
      throw new AssertionError("not signed in");
    }
    return this;
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  /// Sends a form with the token of the page that was read last.
  Answer post(String path, Map<String, String> fields) {
    var all = new TreeMap<>(fields);
    all.put("_csrf", formToken);
    var body =
        all.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer send(HttpRequest.Builder request) {
    request.timeout(Duration.ofSeconds(60)).header("Accept", "text/html,*/*;q=0.8");
    request.header("Accept-Language", "en");
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      var token = FORM_TOKEN.matcher(response.body());
      if (token.find()) formToken = token.group(1) != null ? token.group(1) : token.group(2);
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
