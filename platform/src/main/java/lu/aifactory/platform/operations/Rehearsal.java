package lu.aifactory.platform.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Opens, shows a few pages to itself and ends: what the JVM has loaded by then is what it needs at every start, and
/// `-XX:AOTCacheOutput` keeps it for the starts to come.
@Component
@ConditionalOnProperty("aifactory.rehearsal")
class Rehearsal {

  private static final List<String> PAGES =
      List.of("/", "/start", "/sign-in", "/actuator/health", "/api/me", "/nowhere");

  private final ConfigurableApplicationContext application;

  Rehearsal(ConfigurableApplicationContext application) {
    this.application = application;
  }

  @EventListener(ApplicationReadyEvent.class)
  void show() throws IOException, InterruptedException {
    var port = application.getEnvironment().getRequiredProperty("local.server.port");
    try (var browser = HttpClient.newHttpClient()) {
      for (var page : PAGES) {
        var address = URI.create("http://localhost:" + port + page);
        browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
      }
    }
    // In a thread of its own, because the end waits for this one.
    new Thread(() -> System.exit(SpringApplication.exit(application)), "end").start();
  }
}
