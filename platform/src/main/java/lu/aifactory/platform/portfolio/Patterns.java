package lu.aifactory.platform.portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.shared.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The library of use-case patterns: what AI has done for others, by sector and by what an organisation struggles with.
public record Patterns(
    int version,
    LocalDate verifiedOn,
    List<String> machineWritten,
    List<Sector> sectors,
    List<Named> functions,
    List<Pain> pains,
    List<Named> methods,
    List<Pattern> patterns,
    List<LawHint> lawHints) {

  private static final String FILE = "/portfolio/patterns-1.json";
  private static final String ANY = "any";
  private static final int FITS_SECTOR = 3;
  private static final int FITS_PAIN = 2;
  private static final int FITS_ANY = 1;

  /// @param nace sections of NACE that belong to it
  public record Sector(String id, Wording name, List<String> nace) {}

  public record Named(String id, Wording name) {}

  /// Something that an organisation struggles with.
  public record Pain(String id, Wording text) {}

  /// @param kind number, text, date, category, image, audio, document or location
  /// @param sensitivity none, business, personal or special
  public record Field(String name, String kind, String sensitivity) {}

  /// @param direction `up` when more is better
  public record Metric(Wording name, String unit, String direction) {}

  /// A law to look at; it routes and does not decide.
  ///
  /// @param confidence A read in the source, B secondary, C to be verified
  public record LawHint(
      String id,
      Wording text,
      String legalBasis,
      String sourceUrl,
      LocalDate verifiedOn,
      String confidence) {}

  /// One pattern.
  ///
  /// @param withoutAi the simple alternative to compare with
  /// @param effort small, medium or large
  /// @param monthsToPilot from and to
  public record Pattern(
      String id,
      Wording title,
      List<String> sectors,
      List<String> functions,
      List<String> pains,
      String method,
      Wording idea,
      Wording data,
      List<Field> fields,
      List<Metric> metrics,
      List<Wording> risks,
      Wording withoutAi,
      List<String> law,
      String effort,
      List<Integer> monthsToPilot) {}

  /// A pattern that fits, and why.
  ///
  /// @param pains those of the organisation's pains that it answers
  public record Suggestion(Pattern pattern, boolean ofSector, List<String> pains, int fit) {}

  static Patterns shipped() {
    var mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (var file = Patterns.class.getResourceAsStream(FILE)) {
      return mapper.readValue(file, Patterns.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " cannot be read", unreadable);
    }
  }

  /// The patterns for a sector and these pains, the best fitting first; those that fit neither are left out.
  ///
  /// @param nace section of NACE, or null when it is not known
  List<Suggestion> suggested(@Nullable String nace, Collection<String> pains) {
    var mine =
        sectors.stream().filter(sector -> sector.nace().contains(nace)).map(Sector::id).toList();
    return patterns.stream()
        .map(pattern -> suggestion(pattern, mine, Set.copyOf(pains)))
        .filter(suggestion -> suggestion.fit() > 0)
        .sorted(
            Comparator.comparingInt((Suggestion one) -> -one.fit())
                .thenComparing(one -> one.pattern().id()))
        .toList();
  }

  private static Suggestion suggestion(Pattern pattern, List<String> sectors, Set<String> pains) {
    var ofSector = pattern.sectors().stream().anyMatch(sectors::contains);
    var answers = pattern.pains().stream().filter(pains::contains).toList();
    int sector = ofSector ? FITS_SECTOR : pattern.sectors().contains(ANY) ? FITS_ANY : 0;
    return new Suggestion(pattern, ofSector, answers, sector + FITS_PAIN * answers.size());
  }

  /// The pattern of this id.
  public Optional<Pattern> pattern(String id) {
    return patterns.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public Optional<LawHint> lawHint(String id) {
    return lawHints.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
