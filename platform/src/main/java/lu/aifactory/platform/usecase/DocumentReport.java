package lu.aifactory.platform.usecase;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lu.aifactory.platform.documents.Report;
import lu.aifactory.platform.documents.ReportHead;
import lu.aifactory.platform.usecase.Printed.Block;
import lu.aifactory.platform.usecase.UseCaseRows.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts a use case into the words and pictures of its document: recommendation first, then the figures at a glance,
/// the sections, and what proves it.
@Component
class DocumentReport {

  private static final String FINDING = "recommendation";
  private static final int MOST_ROWS_TOGETHER = 6;
  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

  /// A section with its title.
  record Chapter(String key, String title, List<Piece> pieces) {}

  /// What is set together: a run of short lines, or one block. A label is not repeated under a heading that says the
  /// same, and a short table stays on one page.
  record Piece(String shape, List<Block> blocks, String label, boolean together) {

    static Piece lines(List<Block> lines) {
      return new Piece("lines", List.copyOf(lines), "", true);
    }

    static Piece of(Block block, String heading) {
      var label = block.label().equals(heading) ? "" : block.label();
      var together =
          block instanceof Block.Table(_, _, var rows) && rows.size() <= MOST_ROWS_TOGETHER;
      return new Piece(block.shape(), List.of(block), label, together);
    }
  }

  /// A sign-off in words.
  record SignedBy(String capacity, String name, String when, String hash) {}

  private final Parts parts;
  private final MessageSource messages;

  DocumentReport(Parts parts, MessageSource messages) {
    this.parts = parts;
    this.messages = messages;
  }

  /// The report; `jsonHash` is null for a draft.
  Report of(Stored stored, String organisation, Instant at, @Nullable String jsonHash) {
    var useCase = stored.useCase();
    var content = useCase.content();
    var language = Locale.forLanguageTag(content.language());
    var wording = new Wording(messages, language);
    var assessment = parts.assess(useCase);
    var day = at.atZone(LUXEMBOURG).toLocalDate();
    var recommendation = content.section(FINDING);
    var figures = new Figures(content, wording, parts.definition());
    var model = new HashMap<String, Object>();
    model.put("back", "/use-cases/" + useCase.id().value());
    model.put("draft", jsonHash == null);
    model.put("decision", decision(recommendation, wording));
    model.put("summary", recommendation.text("summary"));
    model.put("glance", figures.glance());
    model.put("bars", figures.bars().stream().toList());
    model.put("stages", figures.stages(day).stream().toList());
    model.put("chapters", chapters(useCase, language, wording));
    model.put("signed", signed(stored, assessment.hash(), wording));
    model.put("contentHash", assessment.hash());
    model.put("jsonHash", jsonHash == null ? "" : jsonHash);
    model.put("definition", content.definition());
    model.put("format", Sealing.FORMAT);
    var head =
        new ReportHead(
            content.title(),
            wording.say("usecase.document.subtitle", content.revision()),
            organisation,
            summary(recommendation, content, wording),
            day);
    return new Report("usecase/document", language, head, Map.copyOf(model));
  }

  /// What a copy says of itself, in the document's language.
  String notice(Stored stored) {
    var content = stored.useCase().content();
    var wording = new Wording(messages, Locale.forLanguageTag(content.language()));
    return wording.say("usecase.document.copy", parts.assess(stored.useCase()).hash());
  }

  private static String decision(Answers recommendation, Wording wording) {
    var decision = recommendation.text("decision");
    return decision.isEmpty()
        ? wording.say("usecase.document.undecided")
        : wording.choice("recommendation.decision", decision);
  }

  private static String summary(Answers recommendation, Content content, Wording wording) {
    var summary = recommendation.text("summary");
    return summary.isEmpty() ? wording.say("usecase.document.title", content.title()) : summary;
  }

  private List<Chapter> chapters(UseCase useCase, Locale language, Wording wording) {
    var chapters = new ArrayList<Chapter>();
    for (var part : parts.all()) {
      var blocks = new ArrayList<>(part.printed(useCase, language).blocks());
      if (part.key().equals(FINDING)) {
        // these stand in the box at the top
        blocks.removeIf(block ->
            block.label().equals(wording.label(FINDING + ".decision"))
                || block.label().equals(wording.label(FINDING + ".summary")));
      }
      var title = wording.section(part.key());
      chapters.add(new Chapter(part.key(), title, pieces(blocks, title)));
    }
    return chapters;
  }

  private static List<Piece> pieces(List<Block> blocks, String heading) {
    var pieces = new ArrayList<Piece>();
    var lines = new ArrayList<Block>();
    for (var block : blocks) {
      if (block instanceof Block.Line) {
        lines.add(block);
        continue;
      }
      if (!lines.isEmpty()) {
        pieces.add(Piece.lines(lines));
        lines.clear();
      }
      pieces.add(Piece.of(block, heading));
    }
    if (!lines.isEmpty()) {
      pieces.add(Piece.lines(lines));
    }
    return pieces;
  }

  private static List<SignedBy> signed(Stored stored, String hash, Wording wording) {
    return stored.standing().signatures().values().stream()
        .filter(signature -> signature.contentHash().equals(hash))
        .sorted(Comparator.comparing(Signature::capacity))
        .map(signature ->
            new SignedBy(
                wording.say("usecase.capacity." + signature.capacity().word()),
                signature.name(),
                moment(signature.at(), wording.language()),
                signature.contentHash()))
        .toList();
  }

  static String moment(Instant at, Locale language) {
    var there = at.atZone(LUXEMBOURG);
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Wording.european(language))
            .format(there)
        + ", "
        + DateTimeFormatter.ofPattern("HH:mm").format(there);
  }
}
