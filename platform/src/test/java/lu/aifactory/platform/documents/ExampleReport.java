package lu.aifactory.platform.documents;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lu.aifactory.platform.charts.Examples;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// A report with everything that reports are made of, outside the running application.
final class ExampleReport {

  static final DocumentId ID =
      new DocumentId(UUID.fromString("6f1c2a4e-0b7d-4f7e-9a55-3f2b9e11c0de"));

  private ExampleReport() {}

  static Report in(Locale language) {
    return new Report(
        "documents-test/example",
        language,
        new ReportHead(
            "Use case: demand forecast for bakery shops",
            "Use-case document, version 3",
            "Boulangerie <Dupont & Fils> S.à r.l.",
            "A forecast of demand by shop and day, decision-ready but for one open point.",
            LocalDate.of(2026, 11, 23)),
        Map.of(
            "radar", Examples.radar(),
            "bars", Examples.bars(),
            "stages", Examples.stages(),
            "numbers", IntStream.rangeClosed(1, 30).boxed().toList()));
  }

  static ReportWriter writer() {
    var files = new ClassLoaderTemplateResolver();
    files.setPrefix("templates/");
    files.setSuffix(".html");
    files.setCharacterEncoding("UTF-8");
    var texts = new ResourceBundleMessageSource();
    texts.setBasenames("messages/documents", "messages/charts");
    texts.setDefaultEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    engine.setMessageSource(texts);
    return new ReportWriter(engine);
  }

  static byte[] pdf(Locale language) throws Exception {
    return new PdfWriter().write(writer().html(ID, in(language)));
  }
}
