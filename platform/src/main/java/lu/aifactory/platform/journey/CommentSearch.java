package lu.aifactory.platform.journey;

import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.portal.Caller;
import lu.aifactory.platform.portal.SearchSource;
import lu.aifactory.platform.portal.Texts;
import org.springframework.stereotype.Component;

/// Finds what was said, where the caller may read it.
@Component
class CommentSearch implements SearchSource {

  private static final int AROUND = 60;

  private final Comments comments;
  private final Texts texts;

  CommentSearch(Comments comments, Texts texts) {
    this.comments = comments;
    this.texts = texts;
  }

  @Override
  public List<Hit> search(String text, int limit) {
    if (!Caller.may("engagement:read")) {
      return List.of();
    }
    return comments.search(text, limit).stream().map(one -> hit(one, text)).toList();
  }

  private Hit hit(Comment one, String text) {
    var page = "/engagements/" + one.engagement().value() + "/comments";
    return new Hit(
        one.internal() ? "journey.search.internal-comment" : "journey.search.comment",
        excerpt(one.text(), text),
        one.authorName() + " · " + texts.moment(one.at()),
        page + "#c-" + one.id().value());
  }

  /// The words around what was found.
  static String excerpt(String said, String text) {
    var flat = said.replaceAll("\\s+", " ");
    var at = Math.max(0, flat.toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT)));
    var from = Math.max(0, at - AROUND);
    var to = Math.min(flat.length(), at + text.length() + AROUND);
    // Not between the two halves of a character.
    if (from > 0 && Character.isLowSurrogate(flat.charAt(from))) {
      from++;
    }
    if (to < flat.length() && Character.isLowSurrogate(flat.charAt(to))) {
      to--;
    }
    return (from > 0 ? "…" : "") + flat.substring(from, to) + (to < flat.length() ? "…" : "");
  }
}
