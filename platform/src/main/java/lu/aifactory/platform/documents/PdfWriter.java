package lu.aifactory.platform.documents;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/// Turns a report's HTML into tagged PDF (PDF/UA-1). Nothing is loaded but the named stylesheets and fonts of the
/// application itself, whatever the HTML asks for.
final class PdfWriter {

  private static final String BASE = "document:/";

  private static final Map<String, String> RESOURCES =
      Map.of(
          BASE + "report.css", "/static/report.css",
          BASE + "pdf.css", "/documents/pdf.css",
          BASE + "regular.ttf", "/fonts/source-sans-3/SourceSans3_400Regular.ttf",
          BASE + "italic.ttf", "/fonts/source-sans-3/SourceSans3_400Regular_Italic.ttf",
          BASE + "semibold.ttf", "/fonts/source-sans-3/SourceSans3_600SemiBold.ttf",
          BASE + "bold.ttf", "/fonts/source-sans-3/SourceSans3_700Bold.ttf");

  byte[] write(String html) throws IOException {
    var page = prepared(html);
    var pdf = new ByteArrayOutputStream();
    try (var drawer = new BatikSVGDrawer()) {
      var builder = new PdfRendererBuilder();
      for (var priority : ExternalResourceControlPriority.values()) {
        builder.useExternalResourceAccessControl(
            (uri, kind) -> uri != null && (uri.equals(BASE) || RESOURCES.containsKey(uri)),
            priority);
      }
      builder
          .usePdfUaAccessibility(true)
          .useSVGDrawer(drawer)
          .useUriResolver((base, uri) -> BASE + uri.substring(uri.lastIndexOf('/') + 1))
          .useProtocolsStreamImplementation(resources(), "document")
          .withProducer("AI Factory One-Stop Shop")
          .withW3cDocument(new W3CDom().fromJsoup(page), BASE)
          .toStream(pdf)
          .run();
    }
    return pdf.toByteArray();
  }

  /// What a browser does not need but the PDF does: its own stylesheet, bookmarks, and a text for each picture. What
  /// only a screen needs goes.
  private static Document prepared(String html) {
    var page = Jsoup.parse(html);
    page.select(".report-screen").remove();
    page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "pdf.css");
    for (var picture : page.select("svg:not([alt])")) {
      picture.attr("alt", picture.attr("aria-label"));
    }
    var headings = page.select("h2");
    if (!headings.isEmpty()) {
      var bookmarks = page.head().appendElement("bookmarks");
      int number = 0;
      for (var heading : headings) {
        number++;
        if (heading.id().isEmpty()) heading.id("section-" + number);
        bookmarks
            .appendElement("bookmark")
            .attr("name", heading.text())
            .attr("href", "#" + heading.id());
      }
    }
    return page;
  }

  private static FSStreamFactory resources() {
    return uri -> {
      var path = RESOURCES.get(uri);
      var content = path == null ? InputStream.nullInputStream() : content(path);
      return new FSStream() {
        @Override
        public InputStream getStream() {
          return content;
        }

        @Override
        public Reader getReader() {
          return new InputStreamReader(content, StandardCharsets.UTF_8);
        }
      };
    };
  }

  private static InputStream content(String path) {
    try (var content = PdfWriter.class.getResourceAsStream(path)) {
      if (content == null) throw new IllegalStateException("missing in the application: " + path);
      var bytes = content.readAllBytes();
      return new ByteArrayInputStream(path.endsWith(".ttf") ? WithoutLigatures.of(bytes) : bytes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
