package lu.aifactory.platform.fit4ai;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;

/// A consultant of the list.
///
/// @param sectors sections of NACE Rev. 2.1; none means any
public record Consultant(
    ConsultantId id,
    String name,
    String website,
    LocalDate from,
    LocalDate until,
    Set<String> languages,
    Set<String> sectors,
    int version) {

  static final List<String> LANGUAGES = List.of("en", "fr", "de", "lb");
  static final List<String> SECTORS =
      List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WEBSITE = 300;

  /// Copies the sets in a stable order.
  public Consultant {
    languages = new TreeSet<>(languages);
    sectors = new TreeSet<>(sectors);
  }

  /// Where an accreditation stands.
  public enum Standing {
    TO_COME,
    ACCREDITED,
    EXPIRED;

    /// The name in JSON and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Where the accreditation stands on a day.
  public Standing standing(LocalDate on) {
    if (on.isBefore(from)) return Standing.TO_COME;
    return on.isAfter(until) ? Standing.EXPIRED : Standing.ACCREDITED;
  }

  /// Whether the programme pays for this consultant's work on that day.
  public boolean isAccredited(LocalDate on) {
    return standing(on) == Standing.ACCREDITED;
  }

  /// What somebody says of a consultant.
  public record Draft(
      String name,
      String website,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Set<String> languages,
      Set<String> sectors) {

    /// Takes blanks around texts away.
    public Draft {
      name = name.strip();
      website = website.strip();
    }

    List<Fault> faults() {
      var faults = new ArrayList<Fault>();
      if (name.isEmpty() || name.length() > LONGEST_NAME) {
        faults.add(new Fault("name", "fit4ai.fault.name", List.of(LONGEST_NAME)));
      }
      if (!website.isEmpty() && (website.length() > LONGEST_WEBSITE || !isWebAddress(website))) {
        faults.add(new Fault("website", "fit4ai.fault.website"));
      }
      if (from == null) faults.add(new Fault("from", "fit4ai.fault.day"));
      if (until == null) faults.add(new Fault("until", "fit4ai.fault.day"));
      if (from != null && until != null && until.isBefore(from)) {
        faults.add(new Fault("until", "fit4ai.fault.until"));
      }
      if (languages.isEmpty() || !LANGUAGES.containsAll(languages)) {
        faults.add(new Fault("languages", "fit4ai.fault.languages"));
      }
      if (!SECTORS.containsAll(sectors)) {
        faults.add(new Fault("sectors", "fit4ai.fault.sectors"));
      }
      return faults;
    }

    private static boolean isWebAddress(String website) {
      try {
        var uri = new URI(website);
        return uri.getHost() != null && List.of("https", "http").contains(uri.getScheme());
      } catch (URISyntaxException _) {
        return false;
      }
    }
  }
}
