package lu.aifactory.platform.usecase;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import lu.aifactory.platform.usecase.decide.Assessment;
import lu.aifactory.platform.usecase.decide.Definition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The sections of the document: those that this room defines, and those that later rooms bring or take over.
@Component
class Parts {

  private final Definition definition;
  private final MessageSource messages;
  private final ObjectProvider<UseCasePart> foreign;

  // A provider, because the rooms that bring parts stand later and may ask this one.
  Parts(MessageSource messages, ObjectProvider<UseCasePart> foreign) throws IOException {
    this.definition =
        Definition.read(new ClassPathResource("usecase/document-1.json").getInputStream());
    this.messages = messages;
    this.foreign = foreign;
  }

  Definition definition() {
    return definition;
  }

  List<UseCasePart> all() {
    var parts = new HashMap<String, UseCasePart>();
    for (var section : definition.sections()) {
      parts.put(section.key(), new DefinedPart(section, messages));
    }
    foreign.forEach(part -> parts.put(part.key(), part));
    return parts.values().stream().sorted(Comparator.comparingInt(UseCasePart::order)).toList();
  }

  /// Whether another room has taken a section over.
  boolean isForeign(String key) {
    return foreign.stream().anyMatch(part -> part.key().equals(key));
  }

  Assessment assess(UseCase useCase) {
    return Assessment.of(useCase, all());
  }
}
