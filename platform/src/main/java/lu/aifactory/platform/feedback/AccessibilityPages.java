package lu.aifactory.platform.feedback;

import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.portal.Factory;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The accessibility statement, in the order of the model of Implementing Decision (EU) 2018/1523.
@Controller
class AccessibilityPages {

  private final Statement statement = Statement.read();
  private final AccessibilitySettings settings;
  private final Factory factory;

  AccessibilityPages(AccessibilitySettings settings, Factory factory) {
    this.settings = settings;
    this.factory = factory;
  }

  @Open("the statement is for everybody")
  @GetMapping("/accessibility")
  String statement(Locale language, Model model) {
    var operator = settings.operator() == null ? factory.name() : settings.operator();
    var own = settings.authorityAddress();
    model.addAttribute("statement", statement);
    model.addAttribute("operator", operator);
    model.addAttribute("address", factory.address());
    model.addAttribute("email", settings.email());
    model.addAttribute("phone", settings.phone());
    model.addAttribute("tested", in(language, statement.tested()));
    model.addAttribute("limits", in(language, statement.limits()));
    model.addAttribute("outside", in(language, statement.outside()));
    model.addAttribute(
        "authority",
        own == null ? statement.authority().name().in(language) : settings.authority());
    model.addAttribute("authorityAddress", own == null ? statement.authority().address() : own);
    return "feedback/accessibility";
  }

  private static List<String> in(Locale language, List<Wording> texts) {
    return texts.stream().map(text -> text.in(language)).toList();
  }
}
