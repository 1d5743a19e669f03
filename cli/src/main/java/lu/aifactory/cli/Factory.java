package lu.aifactory.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A running factory as its REST API shows it.
final class Factory implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_WAITS = 20;
  private static final int LONGEST_WAIT = 300;

  // The same request must be the same bytes in every run, or its Idempotency-Key is refused.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final String address;
  private final PrintWriter out;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  Factory(URI address, PrintWriter out) {
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw Stopped.badFile("--url " + address + " is no address such as https://example.lu.");
    }
    this.address = address.toString().replaceFirst("/+$", "");
    this.out = out;
  }

  String address() {
    return address;
  }

  Answer get(String path, @Nullable String token) {
    return send("GET", path, token, null, null);
  }

  Answer put(String path, @Nullable String token, Object body) {
    return send("PUT", path, token, body, null);
  }

  /// @param key makes the creation happen once, however often it is sent
  Answer post(String path, @Nullable String token, Object body, @Nullable String key) {
    return send("POST", path, token, body, key);
  }

  Answer post(String path, @Nullable String token) {
    return send("POST", path, token, Map.of(), null);
  }

  private Answer send(
      String method,
      String path,
      @Nullable String token,
      @Nullable Object body,
      @Nullable String key) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Accept-Language", "en")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (body != null) request.header("Content-Type", "application/json");
    if (token != null) request.header("Authorization", "Bearer " + token);
    if (key != null) request.header("Idempotency-Key", key);
    for (int waits = 0; ; waits++) {
      var response = send(request.build());
      if (response.statusCode() != 429 || waits == MOST_WAITS) {
        return new Answer(method + " " + path, response.statusCode(), response.body());
      }
      var seconds = pause(response);
      out.println("  the factory asks for a pause of " + seconds + " seconds");
      sleep(Duration.ofSeconds(seconds));
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException broken) {
      var why = broken.getMessage() == null ? "" : " (" + broken.getMessage() + ")";
      throw Stopped.unreachable(
          "No factory answers at " + address + why + ": is it started, and is --url right?");
    } catch (InterruptedException interrupted) {
      throw Stopped.unreachable("The run was interrupted.");
    }
  }

  private static int pause(HttpResponse<byte[]> response) {
    var seconds = response.headers().firstValue("Retry-After").orElse("5");
    return seconds.matches("\\d{1,3}")
        ? Math.clamp(Integer.parseInt(seconds), 1, LONGEST_WAIT)
        : LONGEST_WAIT;
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      throw Stopped.unreachable("The run was interrupted.");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
