package lu.aifactory.postgres;

import java.util.List;

/// Whether a commit survives a power failure. Only throw-away test servers may be fast.
record Durability(List<String> settings) {

  static final Durability DURABLE =
      new Durability(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on"));

  static final Durability FAST =
      new Durability(
          List.of(
              "fsync=off",
              "synchronous_commit=off",
              "full_page_writes=off",
              "max_connections=200"));
}
