package lu.aifactory.platform.shared;

import java.util.Locale;
import java.util.UUID;

/// The id of a thing that permissions and the audit trail speak about. Ids are records, one type a thing.
public interface Subject {

  /// The bare id.
  UUID value();

  /// The name of the kind of thing in the audit trail: `EngagementId` is an `engagement`.
  default String kind() {
    var name = getClass().getSimpleName();
    return name.replaceFirst("Id$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
