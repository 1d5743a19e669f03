package lu.aifactory.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the platform.
@SpringBootApplication
public class AiFactory {

  static void main(String[] arguments) {
    SpringApplication.run(AiFactory.class, arguments);
  }
}
