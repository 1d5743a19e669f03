package lu.aifactory.platform.journey;

import java.util.List;
import java.util.Map;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.SearchSource;
import lu.aifactory.platform.portal.Texts;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Finds engagements by title, organisation and advisor.
@Component
class EngagementSearch implements SearchSource {

  private final Journey journey;
  private final CurrentPerson current;
  private final Texts texts;

  EngagementSearch(Journey journey, CurrentPerson current, Texts texts) {
    this.journey = journey;
    this.current = current;
    this.texts = texts;
  }

  @Override
  public List<Hit> search(String text, int limit) {
    if (current.find().isEmpty() || !mayRead()) {
      return List.of();
    }
    var query = new ListQuery(text, Map.of(), "changed", true, 1, limit);
    return journey.first(query).stream()
        .map(one ->
            new Hit(
                "journey.search.engagement",
                one.title(),
                one.organisationName() + " · " + texts.of(one.stage().messageKey()),
                "/engagements/" + one.id().value()))
        .toList();
  }

  private static boolean mayRead() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getAuthorities().contains(new SimpleGrantedAuthority("engagement:read"));
  }
}
