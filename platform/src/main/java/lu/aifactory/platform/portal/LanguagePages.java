package lu.aifactory.platform.portal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lu.aifactory.platform.shared.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Says how many texts no speaker of the language has reviewed yet.
@Controller
class LanguagePages {

  /// One language with its texts in all.
  record Sum(String language, int texts, int unreviewed) {}

  @Open("says nothing about anybody")
  @GetMapping("/languages")
  String languages(Model model) {
    var counts = BundleCount.all();
    Map<String, List<BundleCount>> rooms =
        counts.stream()
            .collect(Collectors.groupingBy(BundleCount::room, TreeMap::new, Collectors.toList()));
    model.addAttribute("rooms", rooms);
    model.addAttribute(
        "sums",
        Languages.ALL.stream()
            .map(language -> {
              var of = counts.stream().filter(c -> c.language().equals(language.getLanguage()));
              var mine = of.toList();
              return new Sum(
                  language.getLanguage(),
                  mine.stream().mapToInt(BundleCount::texts).sum(),
                  mine.stream().mapToInt(BundleCount::unreviewed).sum());
            })
            .toList());
    return "portal/languages";
  }
}
