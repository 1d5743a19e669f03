package lu.aifactory.platform.notice;

import java.util.Optional;

/// What the thing behind a link is called, for whoever was told of it. A digest groups its lines under these names; the
/// rooms that own the things implement it.
public interface LinkName {

  /// The name, if the path leads to something of this room.
  Optional<String> of(String link);
}
