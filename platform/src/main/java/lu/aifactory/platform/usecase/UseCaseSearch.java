package lu.aifactory.platform.usecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.SearchSource;
import lu.aifactory.platform.portal.Texts;
import org.springframework.stereotype.Component;

/// Lets the search of the portal find use cases by their titles.
@Component
class UseCaseSearch implements SearchSource {

  private final UseCases useCases;
  private final Access access;
  private final Texts texts;

  UseCaseSearch(UseCases useCases, Access access, Texts texts) {
    this.useCases = useCases;
    this.access = access;
    this.texts = texts;
  }

  @Override
  public List<Hit> search(String text, int limit) {
    if (access.visibility("usecase:read").equals(new Visibility.Only(Set.of()))) {
      return List.of();
    }
    var query = new ListQuery(text, Map.of(), "changed", true, 1, limit);
    return useCases.list(query).items().stream()
        .map(one ->
            new Hit(
                "usecase.list.column.title",
                one.title(),
                one.organisationName() + " · " + texts.of("usecase.phase." + one.phase().code()),
                "/use-cases/" + one.id().value()))
        .toList();
  }
}
