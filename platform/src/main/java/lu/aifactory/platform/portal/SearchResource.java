package lu.aifactory.platform.portal;

import java.util.List;
import lu.aifactory.platform.shared.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The search for programs.
@RestController
@RequestMapping("/api/search")
class SearchResource {

  /// What was found, and of which kind it is, in the caller's language.
  record Found(String kind, String title, String text, String href) {}

  private final PortalSearch search;
  private final Texts texts;

  SearchResource(PortalSearch search, Texts texts) {
    this.search = search;
    this.texts = texts;
  }

  @Needs("search:read")
  @GetMapping
  List<Found> search(@RequestParam("q") String typed) {
    return search.find(typed).stream()
        .map(hit -> new Found(texts.of(hit.kind()), hit.title(), hit.text(), hit.href()))
        .toList();
  }
}
