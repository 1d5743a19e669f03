package lu.aifactory.platform.documents;

import java.util.List;

/// What a document is called: a message key and its arguments, so that each reader sees it in their language.
public record Title(String key, List<String> arguments) {

  public Title {
    arguments = List.copyOf(arguments);
  }
}
