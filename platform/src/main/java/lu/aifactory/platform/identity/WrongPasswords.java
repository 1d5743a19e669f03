package lu.aifactory.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Counts wrong passwords for one address, and wrong codes for one account, whoever tries and from wherever. After too many the right one is wrong as
/// well for a while, so that guessing is slow even from many machines (NIST SP 800-63B §5.2.2).
@Component
class WrongPasswords {

  private static final int ALLOWED = 20;
  private static final Duration WHILE = Duration.ofMinutes(15);

  private final Cache<String, Integer> counts =
      Caffeine.newBuilder().expireAfterWrite(WHILE).maximumSize(100_000).build();

  boolean tooMany(String email) {
    var count = counts.getIfPresent(Accounts.normal(email));
    return count != null && count >= ALLOWED;
  }

  void failed(String email) {
    counts.asMap().merge(Accounts.normal(email), 1, Integer::sum);
  }

  void succeeded(String email) {
    counts.invalidate(Accounts.normal(email));
  }
}
