package lu.aifactory.platform;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import lu.aifactory.platform.operations.Operator;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.postgres.EmbeddedPostgres;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the embedded PostgreSQL beside the application instead of after it, which spares whoever waits some seconds,
/// most of them at the first start. With `spring.datasource.url` naming another database it does nothing.
class OpeningDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /// What was begun; ask for it when it is needed.
  record Begun(CompletableFuture<EmbeddedPostgres> postgres) {}

  @Override
  public void initialize(ConfigurableApplicationContext application) {
    var settings = application.getEnvironment();
    if (!settings.getProperty("spring.datasource.url", "embedded").equals("embedded")) return;
    var directory = Path.of(settings.getRequiredProperty("aifactory.home"));
    Operator.refuseUnfinishedRestore(directory);
    var home = new Home(directory).folder("postgres");
    var programs = Path.of(settings.getProperty("aifactory.postgres.programs", home.toString()));
    var begun = CompletableFuture.supplyAsync(() -> EmbeddedPostgres.start(home, programs));
    application.getBeanFactory().registerSingleton("openingDatabase", new Begun(begun));
  }
}
