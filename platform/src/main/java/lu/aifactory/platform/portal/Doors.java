package lu.aifactory.platform.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.shared.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// What a page asks of its reader, so that another page need not show a link that would be refused.
@Component
public class Doors {

  private record Door(PathPattern pattern, String permission) {}

  private final RequestMappingHandlerMapping mappings;
  private volatile @Nullable List<Door> doors;

  Doors(@Lazy @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  /// The permission that the page at a path of the portal needs; none when it is open to all, or not a page at all.
  public Optional<String> needs(String link) {
    var path = PathContainer.parsePath(link.replaceFirst("[?#].*", ""));
    return doors().stream()
        .filter(door -> door.pattern().matches(path))
        .findFirst()
        .map(Door::permission)
        .filter(permission -> !permission.isEmpty());
  }

  private List<Door> doors() {
    var known = doors;
    if (known == null) {
      doors = known = found();
    }
    return known;
  }

  // The most particular pattern first, as the dispatcher does it.
  private List<Door> found() {
    var all = new ArrayList<Door>();
    mappings
        .getHandlerMethods()
        .forEach((info, handler) -> {
          var methods = info.getMethodsCondition().getMethods();
          var patterns = info.getPathPatternsCondition();
          if (patterns == null || !(methods.isEmpty() || methods.contains(RequestMethod.GET))) {
            return;
          }
          var needs = handler.getMethodAnnotation(Needs.class);
          patterns
              .getPatterns()
              .forEach(pattern -> all.add(new Door(pattern, needs == null ? "" : needs.value())));
        });
    all.sort(Comparator.comparing(Door::pattern));
    return List.copyOf(all);
  }
}
