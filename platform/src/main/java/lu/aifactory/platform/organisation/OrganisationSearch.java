package lu.aifactory.platform.organisation;

import java.util.List;
import java.util.Map;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.SearchSource;
import lu.aifactory.platform.portal.Texts;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Finds organisations by their name.
@Component
class OrganisationSearch implements SearchSource {

  private final Organisations organisations;
  private final Texts texts;

  OrganisationSearch(Organisations organisations, Texts texts) {
    this.organisations = organisations;
    this.texts = texts;
  }

  @Override
  public List<Hit> search(String text, int limit) {
    if (!mayRead()) return List.of();
    var query = new ListQuery(text, Map.of(), "name", false, 1, limit);
    return organisations.list(query).items().stream()
        .map(one ->
            new Hit(
                "organisation.one",
                one.name(),
                texts.of(one.kind().messageKey()),
                "/organisations/" + one.id().value()))
        .toList();
  }

  private static boolean mayRead() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication
            .getAuthorities()
            .contains(new SimpleGrantedAuthority("organisation:read"));
  }
}
