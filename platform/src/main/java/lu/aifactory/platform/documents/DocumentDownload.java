package lu.aifactory.platform.documents;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A document on its way out: always as a file to keep, never shown by the browser as part of this site.
record DocumentDownload(OpenedDocument opened) {

  ResponseEntity<InputStreamResource> response() {
    var document = opened.document();
    var disposition =
        ContentDisposition.attachment()
            .filename(document.fileName(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.type().mediaType()))
        .contentLength(document.size())
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new InputStreamResource(opened.content()));
  }
}
