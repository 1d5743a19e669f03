package lu.aifactory.platform.rulebook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import lu.aifactory.engines.rules.RuleBook;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The tables that came with this version of the platform. They are read at start, so that a broken file stops it;
/// the engine wakes up and runs the examples once the first page can be served.
@Component
class RuleTables {

  private static final Logger LOG = System.getLogger(RuleTables.class.getName());

  private final RuleBook book = RuleBook.of(RuleFiles.onClasspath());

  RuleBook book() {
    return book;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    Thread.ofPlatform()
        .daemon()
        .name("rule-examples")
        .start(() -> book.check().forEach(problem -> LOG.log(Level.ERROR, problem.toString())));
  }
}
