package lu.aifactory.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Makes a table of what Gatling printed about a run: of every page how often it was read in all rounds, and the median of
/// the rounds' 95th percentiles.
final class Report {

  private static final Pattern LINE =
      Pattern.compile(
          "(round \\d+)(?: / (.+))?: (95th percentile|count of all|count of failed).*\\(actual : ([0-9.]+)\\)");

  private static final String ALL = " all pages";

  private final TreeMap<String, Measured> pages = new TreeMap<>();

  private Report() {}

  private static final class Measured {
    final List<Double> percentiles = new ArrayList<>();
    long count;
    long failed;

    double median() {
      return percentiles.stream().sorted().toList().get(percentiles.size() / 2);
    }

    double worst() {
      return percentiles.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
  }

  /// Argument: the file with what Gatling printed.
  public static void main(String[] words) throws IOException {
    var report = new Report();
    Files.readAllLines(Path.of(words[0])).forEach(report::take);
    report.print();
  }

  private void take(String line) {
    var found = LINE.matcher(line);
    if (!found.matches()) return;
    var page =
        pages.computeIfAbsent(found.group(2) == null ? ALL : found.group(2), _ -> new Measured());
    double value = Double.parseDouble(found.group(4));
    switch (found.group(3)) {
      case "95th percentile" -> page.percentiles.add(value);
      case "count of all" -> page.count += (long) value;
      default -> page.failed += (long) value;
    }
  }

  private void print() {
    var all = pages.get(ALL);
    if (all == null) throw new IllegalStateException("No round was finished");
    all.failed = pages.values().stream().mapToLong(page -> page.failed).sum();
    double seconds = (double) Rounds.LENGTH.toSeconds() * Rounds.COUNT;
    System.out.printf(
        Locale.ROOT,
        "%.1f pages a second in %d rounds; milliseconds, of which %d are wanted%n",
        all.count / seconds,
        Rounds.COUNT,
        FactoryLoad.WANTED_MILLIS);
    System.out.println("| page | times | failed | median p95 | worst p95 |");
    System.out.println("|---|---|---|---|---|");
    pages.forEach(Report::print);
  }

  private static void print(String name, Measured page) {
    if (page.percentiles.isEmpty()) return;
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.0f | %.0f |%n",
        name.strip(),
        page.count,
        page.failed,
        page.median(),
        page.worst());
  }
}
