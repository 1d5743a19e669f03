package lu.aifactory.platform.workshop;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.SearchSource;
import lu.aifactory.platform.portal.Texts;
import org.springframework.stereotype.Component;

/// Lets the search of the portal find workshops by title, purpose and place.
@Component
class WorkshopSearch implements SearchSource {

  private final Workshops workshops;
  private final Access access;
  private final Texts texts;

  WorkshopSearch(Workshops workshops, Access access, Texts texts) {
    this.workshops = workshops;
    this.access = access;
    this.texts = texts;
  }

  @Override
  public List<Hit> search(String text, int limit) {
    if (access.visibility("workshop:read").equals(new Visibility.Only(Set.of()))) {
      return List.of();
    }
    return workshops.list(new ListQuery(text, Map.of(), "date", true, 1, limit)).items().stream()
        .map(one ->
            new Hit(
                "workshop.column.title",
                one.title(),
                one.organisationName() + " · " + texts.of("workshop.state." + one.state().code()),
                "/workshops/" + one.id().value()))
        .toList();
  }
}
