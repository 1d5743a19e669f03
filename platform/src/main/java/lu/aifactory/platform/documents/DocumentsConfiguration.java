package lu.aifactory.platform.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.platform.shared.SecretFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;

/// Opens the keys of this room at start, so that a missing one is noticed then and not at the first document.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DocumentSettings.class, SealSettings.class})
class DocumentsConfiguration {

  @Bean
  Envelopes envelopes(Home home, Shelf shelf) throws IOException, GeneralSecurityException {
    var file = new SecretFile(home.keys().resolve("documents.keyset"));
    if (!file.exists() && shelf.holdsAny()) {
      throw new IllegalStateException(
          file.path()
              + " is missing, but the database holds documents under its keys: restore it from the backup");
    }
    return Envelopes.open(file);
  }

  @Bean
  SealKey sealKey(Home home, SealSettings settings, Clock clock)
      throws IOException, GeneralSecurityException {
    var keystore = settings.keystore();
    var password = settings.passwordFile();
    if (keystore == null || password == null)
      return new DemoAuthority(home.keys(), clock).sealKey();
    return SealKey.of(
        Files.readAllBytes(keystore), Files.readString(password).strip().toCharArray(), false);
  }

  @Bean
  ReportWriter reportWriter(ITemplateEngine templates) {
    return new ReportWriter(templates);
  }

  @Bean
  WordWriter wordWriter() {
    return new WordWriter();
  }

  @Bean
  PdfWriter pdfWriter() {
    return new PdfWriter();
  }
}
