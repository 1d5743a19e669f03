package lu.aifactory.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody of the demonstration who reads pages with a browser's cookies, and signs in and out as a person does.
final class Reader implements AutoCloseable {

  private static final Pattern TICKET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String ACCOUNT = "data-role=\"%s\".*?name=\"account\" value=\"([^\"]+)\"";

  private final URI factory;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Reader(RunningFactory factory) {
    this.factory = factory.address();
  }

  /// The account of the first person with that role whom the sign-in page offers.
  String accountOf(String role) {
    return found(Pattern.compile(ACCOUNT.formatted(role), Pattern.DOTALL), read("/sign-in"));
  }

  void signIn(String role) {
    var account = accountOf(role);
    submit("/demo/sign-in", read("/sign-in"), Map.of("account", account));
  }

  void signOut() {
    submit("/sign-out", read("/"), Map.of());
  }

  /// The page at a path; every other answer than a page is a failure.
  String read(String path) {
    return send(path, HttpRequest.newBuilder().GET());
  }

  private void submit(String path, String page, Map<String, String> fields) {
    var form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var body = "_csrf=" + encoded(found(TICKET, page)) + (form.isEmpty() ? "" : "&" + form);
    send(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private String send(String path, HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(
              request.uri(factory.resolve(path)).timeout(Duration.ofSeconds(60)).build(),
              BodyHandlers.ofString());
      if (response.statusCode() == 200) return response.body();
      throw new AssertionError(path + " answered " + response.statusCode());
    } catch (IOException broken) {
      throw new UncheckedIOException(path, broken);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static String found(Pattern pattern, String page) {
    var matcher = pattern.matcher(page);
    if (!matcher.find()) throw new AssertionError("No " + pattern + " in the page");
    return matcher.group(1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
