package lu.aifactory.platform.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.TransientDataAccessResourceException;

/// Looks at seals, a few at a time, because a look takes the file into memory several times over. What was found holds
/// for this very content, so it is kept under the content's checksum.
final class SealChecks {

  private static final int AT_ONCE = 2;
  private static final int PATIENCE_IN_SECONDS = 10;

  private final SealCheck check;
  private final Packing packing;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Cache<String, Optional<SealReport>> found =
      Caffeine.newBuilder().maximumSize(10_000).build();

  SealChecks(SealCheck check, Packing packing) {
    this.check = check;
    this.packing = packing;
  }

  /// What a look at the seal of a document finds whose content was seen to be unchanged.
  Optional<SealReport> of(Document document) {
    var known = found.getIfPresent(document.sha256());
    if (known != null) return known;
    take();
    try {
      var content = packing.whole(document);
      if (content.isEmpty()) return Optional.empty();
      var report = check.check(content.get());
      found.put(document.sha256(), report);
      return report;
    } finally {
      places.release();
    }
  }

  private void take() {
    try {
      if (places.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new TransientDataAccessResourceException("too many seals to be looked at");
  }
}
