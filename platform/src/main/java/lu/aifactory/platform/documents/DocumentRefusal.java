package lu.aifactory.platform.documents;

import java.util.List;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Refusal;

/// Why a document was not taken in or not handed out.
public sealed interface DocumentRefusal extends Refusal {

  /// The file has more bytes than the setting allows.
  record TooLarge(long mostBytes) implements DocumentRefusal {

    @Override
    public Kind kind() {
      return Kind.TOO_LARGE;
    }

    @Override
    public String message() {
      return "documents.refusal.too-large";
    }

    @Override
    public List<?> arguments() {
      return List.of(mostBytes / (1024 * 1024));
    }

    @Override
    public List<Fault> faults() {
      return List.of(new Fault("file", message(), arguments()));
    }
  }

  /// The file has no content.
  record Empty() implements DocumentRefusal {

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "documents.refusal.empty";
    }

    @Override
    public List<Fault> faults() {
      return List.of(new Fault("file", message()));
    }
  }

  /// Files of this extension are not taken in.
  record NotAllowed(String fileName) implements DocumentRefusal {

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "documents.refusal.not-allowed";
    }

    @Override
    public List<?> arguments() {
      return List.of(fileName);
    }

    @Override
    public List<Fault> faults() {
      return List.of(new Fault("file", message(), arguments()));
    }
  }

  /// The content is not what the name or the media type says.
  record Disguised(String fileName) implements DocumentRefusal {

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "documents.refusal.disguised";
    }

    @Override
    public List<?> arguments() {
      return List.of(fileName);
    }

    @Override
    public List<Fault> faults() {
      return List.of(new Fault("file", message(), arguments()));
    }
  }
}
