package lu.aifactory.platform;

import lu.aifactory.platform.operations.Operator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Starts the platform, or does what an operator asks for and ends.
// Beans go by their full class names, so that two rooms may use the same word.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class AiFactory {

  static void main(String[] arguments) {
    if (Operator.isAskedBy(arguments)) {
      System.exit(Operator.atTheTerminal().run(arguments));
    }
    var application = new SpringApplication(AiFactory.class);
    application.addInitializers(new OpeningDatabase());
    application.run(arguments);
  }
}
