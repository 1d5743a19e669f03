package lu.aifactory.platform.organisation;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.identity.OrganisationId;

/// What other rooms need to know of an organisation.
///
/// @param sector NACE division, or empty while unknown
/// @param country ISO code of the country of its seat, or empty while unknown
/// @param language language in which it wants to be written to
/// @param sizes its size by frame; a frame that is missing has no answer yet
/// @param complete whether every question of its path is answered
public record Organisation(
    OrganisationId id,
    String name,
    Kind kind,
    String sector,
    String country,
    Locale language,
    Map<Frame, SizeClass> sizes,
    boolean complete,
    Instant changedAt) {

  /// Its size in one frame.
  public Optional<SizeClass> size(Frame frame) {
    return Optional.ofNullable(sizes.get(frame));
  }
}
