package lu.aifactory.platform.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.mail.Letter;
import lu.aifactory.platform.mail.Letter.Line;
import lu.aifactory.platform.mail.Letter.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts notices into one letter, grouped by the thing that they are about.
@Component
class DigestLetter {

  /// More than these nobody reads in a letter.
  static final int LINES = 50;

  private final ObjectProvider<LinkName> names;

  DigestLetter(ObjectProvider<LinkName> names) {
    this.names = names;
  }

  Letter of(List<Notice> notices) {
    var shown = notices.subList(0, Math.min(LINES, notices.size()));
    var groups = new LinkedHashMap<String, List<Line>>();
    for (var notice : shown) {
      var line = new Line(notice.message(), notice.arguments(), notice.link());
      groups.computeIfAbsent(thing(notice.link()), _ -> new ArrayList<>()).add(line);
    }
    var sections = new ArrayList<Section>();
    groups.forEach((thing, lines) -> sections.add(section(thing, lines)));
    var more = notices.size() > LINES;
    return Letter.of(
            Letter.Kind.DIGEST,
            more ? "notice.digest.more" : "notice.digest",
            List.of(Integer.toString(shown.size())),
            "/notices")
        .with(sections)
        .settings("/notices/mail");
  }

  private Section section(String thing, List<Line> lines) {
    return nameOf(thing)
        .map(name -> new Section("notice.digest.about", List.of(name), lines))
        .orElseGet(() -> new Section("notice.digest.other", List.of(), lines));
  }

  private Optional<String> nameOf(String thing) {
    return names.stream().flatMap(source -> source.of(thing).stream()).findFirst();
  }

  // Pages about one thing lie below its address: /engagements/<id>/tasks is about
  // /engagements/<id>. Things without a
  // name of their own stand together.
  private String thing(@Nullable String link) {
    if (link == null) return "";
    var parts = link.split("[/?#]", 4);
    var thing = parts.length < 3 ? link : "/" + parts[1] + "/" + parts[2];
    return nameOf(thing).isPresent() ? thing : "";
  }
}
