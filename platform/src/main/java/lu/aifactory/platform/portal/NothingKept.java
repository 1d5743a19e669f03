package lu.aifactory.platform.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/// No page keeps anything for the page after it. Spring's own manager would look into the session for it at every
/// request, and so read the database even for a stylesheet.
final class NothingKept implements FlashMapManager {

  @Override
  public @Nullable FlashMap retrieveAndUpdate(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void saveOutputFlashMap(
      FlashMap flashMap, HttpServletRequest request, HttpServletResponse response) {
    if (!flashMap.isEmpty()) {
      throw new IllegalStateException("nothing is kept from one page for the next: " + flashMap);
    }
  }
}
