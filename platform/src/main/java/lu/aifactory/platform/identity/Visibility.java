package lu.aifactory.platform.identity;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whose things a caller may list.
///
/// In SQL: `where (:everything or organisation = any(:organisations))`.
public sealed interface Visibility {

  /// Everybody's.
  record Everything() implements Visibility {}

  /// Those of these organisations.
  record Only(Set<OrganisationId> organisations) implements Visibility {}

  /// Whether it is everybody's.
  default boolean everything() {
    return this instanceof Everything;
  }

  /// The ids for SQL; none when everything is visible.
  default UUID[] organisationIds() {
    return switch (this) {
      case Everything() -> new UUID[0];
      case Only(var organisations) ->
          organisations.stream().map(OrganisationId::value).toArray(UUID[]::new);
    };
  }

  /// Whether things of this organisation are visible.
  default boolean includes(OrganisationId organisation) {
    return switch (this) {
      case Everything() -> true;
      case Only(var organisations) -> organisations.contains(organisation);
    };
  }

  /// What two visibilities show together.
  default Visibility and(Visibility other) {
    return switch (this) {
      case Everything() -> this;
      case Only(var mine) ->
          switch (other) {
            case Everything() -> other;
            case Only(var theirs) ->
                new Only(
                    Stream.concat(mine.stream(), theirs.stream())
                        .collect(Collectors.toUnmodifiableSet()));
          };
    };
  }
}
