package lu.aifactory.platform.portal;

import java.util.List;
import lu.aifactory.platform.portal.SearchSource.Hit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks all rooms for what they know of some words.
@Component
class PortalSearch {

  static final int FROM_EACH = 10;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 200;

  private final ObjectProvider<SearchSource> sources;

  PortalSearch(ObjectProvider<SearchSource> sources) {
    this.sources = sources;
  }

  List<Hit> find(String typed) {
    var text = typed.strip();
    if (text.length() < SHORTEST || text.length() > LONGEST) return List.of();
    return sources
        .orderedStream()
        .flatMap(source -> source.search(text, FROM_EACH).stream().limit(FROM_EACH))
        .toList();
  }
}
