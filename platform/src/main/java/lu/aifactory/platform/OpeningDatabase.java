package lu.aifactory.platform;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import lu.aifactory.platform.operations.Operator;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.postgres.EmbeddedPostgres;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/// Starts the embedded PostgreSQL beside the application instead of in the middle of it, which spares whoever waits some
/// seconds, most of them at the first start. With `spring.datasource.url` naming another database it does nothing.
class OpeningDatabase implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final String NAME = "openingDatabase";

  /// What was begun; ask for it when it is needed. It closes what came of it, also when nobody ever asked.
  record Begun(CompletableFuture<EmbeddedPostgres> postgres) implements DisposableBean {

    @Override
    public void destroy() {
      postgres
          .handle((opened, failure) -> {
            if (opened != null) opened.close();
            return null;
          })
          .join();
    }
  }

  @Override
  public void initialize(GenericApplicationContext application) {
    var settings = application.getEnvironment();
    if (!text(settings, "spring.datasource.url", "embedded").equalsIgnoreCase("embedded")) return;
    var directory = Path.of(settings.getRequiredProperty("aifactory.home"));
    Operator.refuseUnfinishedRestore(directory);
    // The folder itself is made by the database, which may have to let another account in.
    var folder = new Home(directory).directory().resolve("postgres");
    var programs = Path.of(text(settings, "aifactory.postgres.programs", folder.toString()));
    var begun =
        new Begun(CompletableFuture.supplyAsync(() -> EmbeddedPostgres.start(folder, programs)));
    register(begun, application.getDefaultListableBeanFactory());
  }

  // Before all others, so that it is destroyed after all others.
  private static void register(Begun begun, DefaultListableBeanFactory beans) {
    beans.registerSingleton(NAME, begun);
    beans.registerDisposableBean(NAME, begun);
  }

  private static String text(Environment settings, String name, String otherwise) {
    var text = settings.getProperty(name, otherwise);
    return text.isBlank() ? otherwise : text;
  }
}
