package lu.aifactory.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lu.aifactory.platform.identity.FakeProvider;
import lu.aifactory.platform.identity.Mailbox;
import lu.aifactory.platform.identity.Somebody;
import lu.aifactory.platform.identity.World;
import lu.aifactory.postgres.TestPostgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/// A test against the whole application on a real PostgreSQL. All such tests of one run share the application and its
/// database, so each makes organisations and people of its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = AiFactory.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Cases.class, World.Maker.class, Somebody.class, Mailbox.class})
@ContextConfiguration(initializers = PlatformTest.Database.class)
public @interface PlatformTest {

  /// An empty database and an empty home.
  final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var settings = TestPostgres.database().settings();
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test",
                  Map.of(
                      "spring.datasource.url", settings.jdbcUrl(),
                      "spring.datasource.username", settings.user(),
                      "spring.datasource.password", settings.password(),
                      "spring.datasource.hikari.maximum-pool-size", "8",
                      "aifactory.limits.enabled", "false",
                      "aifactory.home", home().toString())));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("provider", FakeProvider.shared().settings()));
    }

    private static Path home() {
      try {
        return Files.createTempDirectory("aifactory-test");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
