package lu.aifactory.platform.identity;

import java.util.Locale;

/// How far a permission reaches: a cell of the permission table.
enum Reach {
  OWN,
  ASSIGNED,
  CONSENT,
  ALL;

  static Reach of(String cell) {
    return valueOf(cell.toUpperCase(Locale.ROOT));
  }
}
