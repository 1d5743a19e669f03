package lu.aifactory.platform.portal;

import java.util.List;

/// A bean of this type lets the search of the whole portal find things of its room. It finds only what the caller may see.
public interface SearchSource {

  /// The best matches, at most `limit`.
  List<Hit> search(String text, int limit);

  /// One thing that was found. `kind` is the message key of what it is ("Engagement").
  record Hit(String kind, String title, String text, String href) {}
}
