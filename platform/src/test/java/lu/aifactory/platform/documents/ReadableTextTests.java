package lu.aifactory.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReadableTextTests {

  @Test
  void wordsThatInviteLigaturesCanBeReadFromThePdf() throws IOException {
    var words = "Schrift treffen fifty attic Schifffahrt office flat thrift";
    var html =
        """
        <html lang="de"><head><title>Words</title><meta name="description" content="Words">
        <link rel="stylesheet" href="report.css"></head><body><h1>Words</h1><p>%s</p></body></html>
        """
            .formatted(words);
    try (var pdf = Loader.loadPDF(new PdfWriter().write(html))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")).contains(words);
    }
  }
}
