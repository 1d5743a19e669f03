package lu.aifactory.platform.readiness;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.readiness.norms.Cell;
import org.jspecify.annotations.Nullable;

/// Puts into words what stands behind a result: other companies, and what is known of the questions.
record BackingWords(Texts texts, Locale language) {

  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

  /// Where the score stands among other companies.
  String peers(Backing backing) {
    var peers = backing.peers();
    return peers == null
        ? say("readiness.peers.none")
        : say(
            "readiness.peers.place",
            whole(peers.percentile()),
            whole(peers.low()),
            whole(peers.high()),
            peers.companies(),
            cell(peers.cell()),
            day(peers.asOf()));
  }

  /// How far the questions have been tested.
  String tested(Backing backing) {
    var tested = backing.tested();
    return tested == null
        ? say("readiness.tested.not-yet", backing.neededAnswers())
        : say(
            "readiness.tested.partly",
            tested.dimensions(),
            tested.all(),
            tested.companies(),
            decimal(tested.lowest()),
            decimal(tested.highest()),
            day(tested.on()));
  }

  /// What a cell is called, in the middle of a sentence.
  String cell(Cell cell) {
    return switch (cell.level()) {
      case SECTOR_AND_SIZE -> say("readiness.cell.sector-and-size", sector(cell), size(cell));
      case SIZE -> say("readiness.cell.size", size(cell));
      case GROUP -> say("readiness.cell.group", say("readiness.group." + cell.group()));
      case ALL -> say("readiness.cell.all");
    };
  }

  /// A reliability or correlation with two decimals.
  String decimal(double value) {
    var format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(value);
  }

  String whole(double value) {
    return NumberFormat.getIntegerInstance(language).format(value);
  }

  String day(Instant moment) {
    return "@" + moment.atZone(LUXEMBOURG).toLocalDate();
  }

  private String sector(Cell cell) {
    return say("journey.intake.sector." + cell.sector());
  }

  private String size(Cell cell) {
    return say("journey.intake.size." + cell.size());
  }

  private String say(String key, @Nullable Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }
}
