package lu.aifactory.platform.journey;

import lu.aifactory.platform.identity.Access;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What every page about an engagement shows: the engagement itself, and what the caller may do with it.
@Component
class EngagementFrame {

  private final Access access;
  private final Words words;
  private final OpenLinks links;

  EngagementFrame(Access access, Words words, OpenLinks links) {
    this.access = access;
    this.words = words;
    this.links = links;
  }

  void put(Engagement engagement, Model model) {
    model.addAttribute("engagement", engagement);
    model.addAttribute("words", words);
    model.addAttribute("links", links);
    model.addAttribute("mayWrite", may("engagement:write", engagement));
    model.addAttribute("mayComment", may("engagement:comment", engagement));
    model.addAttribute("mayAdvise", may("engagement:advise", engagement));
    model.addAttribute("mayAssign", may("engagement:assign", engagement));
  }

  private boolean may(String permission, Engagement engagement) {
    return access.may(permission, engagement.organisation());
  }
}
