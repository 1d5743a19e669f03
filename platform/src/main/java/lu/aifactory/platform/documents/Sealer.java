package lu.aifactory.platform.documents;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;

/// Seals a PDF as PAdES-BASELINE-B over the whole file, allowing no change after it.
record Sealer(SealKey key) {

  byte[] seal(byte[] pdf, Instant now) throws IOException {
    var parameters = parameters(now);
    var service = new PAdESService(new CommonCertificateVerifier());
    var document = new InMemoryDocument(pdf);
    var toSign = service.getDataToSign(document, parameters);
    var value = key.token().sign(toSign, DigestAlgorithm.SHA256, key.entry());
    var sealed = new ByteArrayOutputStream(pdf.length + (32 << 10));
    service.signDocument(document, parameters, value).writeTo(sealed);
    return sealed.toByteArray();
  }

  private PAdESSignatureParameters parameters(Instant now) {
    var parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(key.certificate());
    parameters.setCertificateChain(key.chain());
    parameters.bLevel().setSigningDate(Date.from(now));
    parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
    return parameters;
  }
}
