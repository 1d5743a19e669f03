package lu.aifactory.platform.organisation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Lists of terms that are data: sectors, legal forms, countries.
@Component
class Terms {

  /// One term.
  ///
  /// @param parent the term above it, empty when there is none
  record Term(String code, String parent, Map<String, String> names) {

    String name(Locale language) {
      return names.getOrDefault(language.getLanguage(), names.getOrDefault("en", code));
    }
  }

  private static final List<String> LANGUAGES = List.of("en", "fr", "de", "lb");

  private final Map<String, Map<String, Term>> lists = new LinkedHashMap<>();

  Terms() {
    for (var list : List.of("sectors", "legal-forms", "countries")) lists.put(list, read(list));
  }

  /// The terms of a list that may be chosen: those that stand under another one where there are two levels.
  List<Term> choices(String list) {
    var terms = list(list).values();
    var levels = terms.stream().anyMatch(term -> !term.parent().isEmpty());
    return terms.stream().filter(term -> !levels || !term.parent().isEmpty()).toList();
  }

  /// The terms that stand under this one.
  List<Term> under(String list, String code) {
    return code.isEmpty()
        ? List.of()
        : list(list).values().stream().filter(term -> term.parent().equals(code)).toList();
  }

  Optional<Term> find(String list, String code) {
    return Optional.ofNullable(list(list).get(code));
  }

  boolean mayBeChosen(String list, String code) {
    return choices(list).stream().anyMatch(term -> term.code().equals(code));
  }

  private Map<String, Term> list(String name) {
    return lists.getOrDefault(name, Map.of());
  }

  private static Map<String, Term> read(String list) {
    var format =
        CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    var terms = new LinkedHashMap<String, Term>();
    try (var reader =
            new InputStreamReader(
                new ClassPathResource("rules/organisation/" + list + ".csv").getInputStream(),
                StandardCharsets.UTF_8);
        var rows = format.parse(reader)) {
      for (var row : rows) terms.put(row.get("code"), term(list, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  private static Term term(String list, CSVRecord row) {
    var names = new LinkedHashMap<String, String>();
    for (var language : LANGUAGES) {
      var name =
          list.equals("countries")
              ? Locale.of("", row.get("code")).getDisplayCountry(Locale.of(language))
              : row.get(language);
      names.put(language, name);
    }
    return new Term(
        row.get("code"), row.isMapped("section") ? row.get("section") : "", Map.copyOf(names));
  }
}
