package lu.aifactory.platform.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Fills a report's template. The running foot names the document and a checksum of what the report says, so that
/// two prints can be compared without the files.
final class ReportWriter {

  private static final String NO_CHECKSUM = "0000-0000-0000-0000";

  private final ITemplateEngine templates;

  ReportWriter(ITemplateEngine templates) {
    this.templates = templates;
  }

  String html(DocumentId id, Report report) {
    var context = new Context(report.language());
    report.model().forEach(context::setVariable);
    var head = report.head();
    context.setVariable("head", head);
    context.setVariable(
        "date",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(dated(report.language()))
            .format(head.date()));
    context.setVariable("reference", reference(id));
    // Unguessable, so that nothing that people wrote is taken for it.
    var place = "checksum-" + UUID.randomUUID();
    context.setVariable("checksum", place);
    var html = templates.process(report.template(), context);
    return html.replace(place, checksum(html.replace(place, NO_CHECKSUM)));
  }

  // English as it is written in Luxembourg: the day before the month.
  private static Locale dated(Locale language) {
    return language.getLanguage().equals("en") ? Locale.UK : language;
  }

  /// A short name of the document that people can quote.
  static String reference(DocumentId id) {
    var digits = id.value().toString().replace("-", "").toUpperCase(Locale.ROOT);
    return "D-"
        + digits.substring(0, 4)
        + "-"
        + digits.substring(4, 8)
        + "-"
        + digits.substring(28);
  }

  private static String checksum(String html) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
      var digits = HexFormat.of().formatHex(digest, 0, 8);
      return String.join(
          "-",
          digits.substring(0, 4),
          digits.substring(4, 8),
          digits.substring(8, 12),
          digits.substring(12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
