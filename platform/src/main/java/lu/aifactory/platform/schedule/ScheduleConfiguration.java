package lu.aifactory.platform.schedule;

import lu.aifactory.platform.portal.MenuEntry;
import lu.aifactory.platform.shared.Home;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The workplace on this machine: jailed where the machine can, plain where the operator says so or it cannot.
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  @Bean
  Runner workRunner(@Value("${aifactory.workplace.local:auto}") String wanted) {
    return switch (wanted) {
      case "plain" -> new PlainRunner();
      case "jailed" -> {
        if (!JailedRunner.works())
          throw new IllegalStateException(
              "aifactory.workplace.local=jailed, but bubblewrap (bwrap) is missing or may not make jails here");
        yield new JailedRunner();
      }
      case "auto" -> {
        if (JailedRunner.works()) yield new JailedRunner();
        LoggerFactory.getLogger(LocalWorkplace.class)
            .warn(
                "Work runs without a jail: bubblewrap (bwrap) is missing or may not make jails here");
        yield new PlainRunner();
      }
      default ->
          throw new IllegalStateException(
              "aifactory.workplace.local is auto, jailed or plain, not " + wanted);
    };
  }

  @Bean
  LocalWorkplace localWorkplace(WorkTable table, Runner runner, Home home) {
    int places = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new LocalWorkplace(table, runner, home.folder("work"), places);
  }

  @Bean
  MenuEntry scheduleMenu() {
    return new MenuEntry("schedule.menu", "/schedule", "schedule:read", 920);
  }
}
