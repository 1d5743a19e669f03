package lu.aifactory.platform.fit4ai;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.SearchSource;
import lu.aifactory.platform.portal.Texts;
import org.springframework.stereotype.Component;

/// Finds the programme by all the names that are given to it, and consultants by theirs.
@Component
class Fit4AiSearch implements SearchSource {

  /// Without blanks and signs, as [#plain] leaves them.
  private static final List<String> NAMES =
      List.of("fit4ai", "fitforai", "fit4digitalai", "fitfordigitalai", "fit4ki", "fit4ia");

  private static final int SHORTEST = 4;

  private final Consultants consultants;
  private final Access access;
  private final Texts texts;

  Fit4AiSearch(Consultants consultants, Access access, Texts texts) {
    this.consultants = consultants;
    this.access = access;
    this.texts = texts;
  }

  @Override
  public List<Hit> search(String text, int limit) {
    var hits = new ArrayList<Hit>();
    if (isAName(text) && sees("fit4ai:read")) {
      hits.add(
          new Hit(
              "fit4ai.search.kind",
              texts.of("fit4ai.title"),
              texts.of("fit4ai.search.text"),
              "/fit4ai"));
    }
    if (sees("consultant:read")) {
      var query = new ListQuery(text, Map.of(), "name", false, 1, limit);
      consultants.list(query).items().stream()
          .map(one ->
              new Hit(
                  "fit4ai.consultant",
                  one.name(),
                  one.website(),
                  "/fit4ai/consultants/" + one.id().value()))
          .forEach(hits::add);
    }
    return hits.stream().limit(limit).toList();
  }

  /// Whether somebody who typed this means the programme. The beginning of a name is enough.
  static boolean isAName(String text) {
    var plain = plain(text);
    return plain.length() >= SHORTEST && NAMES.stream().anyMatch(name -> name.startsWith(plain));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }

  private boolean sees(String permission) {
    return !access.visibility(permission).equals(new Visibility.Only(Set.of()));
  }
}
