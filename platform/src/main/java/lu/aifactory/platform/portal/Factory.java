package lu.aifactory.platform.portal;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What this factory is called and where people reach it, for everything that leaves the portal. The address is set and
/// never taken from a request: whoever asks for a letter must not decide where its link leads.
@ConfigurationProperties("aifactory.factory")
public record Factory(@Nullable String name, @Nullable URI address) {

  public Factory {
    if (address != null && !isAWebAddress(address)) {
      throw new IllegalArgumentException(
          "aifactory.factory.address is like https://factory.example.org, not " + address);
    }
  }

  private static boolean isAWebAddress(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && address.getRawUserInfo() == null;
  }

  /// The whole address of a page of ours. Of a link that names another host, only the way within counts.
  ///
  /// @throws IllegalStateException when the factory's address is not set
  public String at(String link) {
    if (address == null) throw new IllegalStateException("aifactory.factory.address is not set");
    var within = URI.create(link);
    var path = within.getRawPath() == null ? "" : within.getRawPath();
    var query = within.getRawQuery() == null ? "" : "?" + within.getRawQuery();
    var fragment = within.getRawFragment() == null ? "" : "#" + within.getRawFragment();
    return address.toString().replaceFirst("/+$", "") + path + query + fragment;
  }
}
