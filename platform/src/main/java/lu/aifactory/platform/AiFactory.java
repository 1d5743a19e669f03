package lu.aifactory.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Starts the platform.
// Beans go by their full class names, so that two rooms may use the same word.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class AiFactory {

  static void main(String[] arguments) {
    SpringApplication.run(AiFactory.class, arguments);
  }
}
