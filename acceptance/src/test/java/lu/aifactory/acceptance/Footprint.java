package lu.aifactory.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a factory that nobody uses at the moment takes of its machine once its garbage is gone.
record Footprint(Map<String, Long> amounts) {

  private static final String HEAP = "heap kB";
  private static final String RESIDENT = "resident kB";
  private static final String THREADS = "threads";
  private static final String FILES = "open files";
  private static final String CONNECTIONS = "database connections";
  private static final String BUSY = "database connections in use";

  /// By how many hundredths and how much besides each may be larger later: caches fill, and what is measured breathes.
  private static final Map<String, Allowed> ALLOWED =
      Map.of(
          HEAP, new Allowed(10, 8_000),
          RESIDENT, new Allowed(10, 24_000),
          THREADS, new Allowed(0, 6),
          FILES, new Allowed(0, 16),
          CONNECTIONS, new Allowed(0, 0),
          BUSY, new Allowed(0, 0));

  private record Allowed(long percent, long more) {

    long after(long before) {
      return before + before * percent / 100 + more;
    }
  }

  /// Asks the factory's own metrics with the token of somebody who may see them.
  static Footprint of(RunningFactory factory, String token) {
    collectGarbage(factory);
    var amounts = new LinkedHashMap<String, Long>();
    amounts.put(HEAP, metric(factory, token, "jvm.memory.used?tag=area:heap") / 1024);
    amounts.put(RESIDENT, status(factory, "VmRSS:"));
    amounts.put(THREADS, status(factory, "Threads:"));
    amounts.put(FILES, metric(factory, token, "process.files.open"));
    amounts.put(CONNECTIONS, metric(factory, token, "hikaricp.connections"));
    amounts.put(BUSY, metric(factory, token, "hikaricp.connections.active"));
    return new Footprint(amounts);
  }

  /// What is larger than it may be since then.
  List<String> growthSince(Footprint before) {
    return amounts.entrySet().stream()
        .filter(now ->
            now.getValue() > ALLOWED.get(now.getKey()).after(before.amounts.get(now.getKey())))
        .map(now ->
            "%s: %d, and then %d"
                .formatted(now.getKey(), before.amounts.get(now.getKey()), now.getValue()))
        .toList();
  }

  static long metric(RunningFactory factory, String token, String name) {
    return factory
        .call("GET", "/actuator/metrics/" + name, token, null)
        .fine()
        .json()
        .at("/measurements/0/value")
        .asLong();
  }

  private static long status(RunningFactory factory, String line) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(factory.pid()), "status"))) {
      return lines
          .filter(found -> found.startsWith(line))
          .map(found -> found.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void collectGarbage(RunningFactory factory) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      // The second one takes what only the finalisers of the first set free.
      for (int round = 0; round < 2; round++) {
        var asked = new ProcessBuilder(jcmd, Long.toString(factory.pid()), "GC.run").start();
        asked.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (asked.waitFor() != 0) throw new AssertionError("jcmd cannot reach the factory");
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
