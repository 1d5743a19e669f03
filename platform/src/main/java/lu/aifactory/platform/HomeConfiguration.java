package lu.aifactory.platform;

import java.nio.file.Path;
import lu.aifactory.platform.operations.Operator;
import lu.aifactory.platform.shared.Home;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where this instance keeps its files.
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

  @Bean
  Home home(@Value("${aifactory.home}") Path directory) {
    Operator.refuseUnfinishedRestore(directory);
    return new Home(directory);
  }
}
