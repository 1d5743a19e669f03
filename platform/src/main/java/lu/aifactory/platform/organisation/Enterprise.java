package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Another enterprise of the group, with the figures of its last closed year and of the year before.
///
/// @param share per cent of capital or votes, the higher of both
/// @param before null when the organisation itself gives one year only
public record Enterprise(
    String name, Relation relation, BigDecimal share, Figures last, @Nullable Figures before) {

  /// Nothing but the year before may be missing.
  public Enterprise {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(relation, "relation");
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(last, "last");
  }

  /// How it is tied to the organisation.
  public enum Relation {
    /// One holds the majority of the other or has a dominant influence on it.
    LINKED,
    /// One holds 25 % to 50 % of the other.
    PARTNER;

    /// The name in rule tables, JSON and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
