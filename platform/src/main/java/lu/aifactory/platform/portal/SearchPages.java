package lu.aifactory.platform.portal;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import lu.aifactory.platform.shared.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One search over everything that the caller may see.
@Controller
class SearchPages {

  private final PortalSearch search;

  SearchPages(PortalSearch search) {
    this.search = search;
  }

  @Needs("search:read")
  @GetMapping("/search")
  String search(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
    var hits = search.find(typed);
    model.addAttribute("typed", typed.strip());
    model.addAttribute("total", hits.size());
    model.addAttribute(
        "groups",
        hits.stream()
            .collect(
                Collectors.groupingBy(
                    SearchSource.Hit::kind, LinkedHashMap::new, Collectors.toList())));
    return "portal/search";
  }
}
