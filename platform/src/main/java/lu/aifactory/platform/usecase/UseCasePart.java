package lu.aifactory.platform.usecase;

import java.util.Locale;
import java.util.Optional;

/// A section of the use-case document. This room supplies all that `document-1.json` defines; a later room
/// implements this to add one, or takes over a section by giving its key. What a part says is part of what is
/// signed: its content must be the same for the same facts.
public interface UseCasePart {

  /// The name in addresses, JSON and message keys (`usecase.section.<key>` is the title).
  String key();

  /// Where in the document it stands; this room's own stand at multiples of ten.
  int order();

  /// How far it is. A link leads to the fields that the reasons name.
  Completeness completeness(UseCase useCase);

  /// What it says, for the hash and the JSON document.
  Answers content(UseCase useCase);

  /// What it says, for readers of a language, on the page and in the PDF.
  Printed printed(UseCase useCase, Locale language);

  /// Where it is edited, when that is not this room's editor.
  default Optional<String> editedAt(UseCase useCase) {
    return Optional.empty();
  }
}
