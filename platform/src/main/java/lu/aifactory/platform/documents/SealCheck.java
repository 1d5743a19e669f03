package lu.aifactory.platform.documents;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// Looks at the seal of a PDF: does the signature fit the content, does it cover the whole file, who made it. The
/// short way of the EU's validation, without revocation lists or timestamps: level B has neither.
record SealCheck(X509Certificate authority, boolean demo) {

  /// What was found, or nothing when the file has no seal. A file that cannot be read as PDF has none.
  Optional<SealReport> check(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var seals = document.getSignatureDictionaries();
      return seals.isEmpty() ? Optional.empty() : Optional.of(report(pdf, seals.getLast()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private SealReport report(byte[] pdf, PDSignature seal) {
    var claimed = seal.getSignDate() == null ? Instant.EPOCH : seal.getSignDate().toInstant();
    try {
      var content = new CMSProcessableByteArray(seal.getSignedContent(pdf));
      var cms = new CMSSignedData(content, seal.getContents(pdf));
      var certificates = certificates(cms);
      var signer = cms.getSignerInfos().getSigners().iterator().next();
      var certificate =
          certificates.stream()
              .filter(c -> signer.getSID().match(c))
              .findFirst()
              .orElseThrow(() -> new CMSException("no certificate of the signer"));
      return new SealReport(
          verified(signer, certificate),
          coversAll(seal.getByteRange(), pdf),
          name(certificate.getSubject()),
          name(certificate.getIssuer()),
          claimed,
          trust(certificate, certificates, claimed));
    } catch (IOException | CMSException | GeneralSecurityException | RuntimeException damaged) {
      // A changed file may break anywhere inside the parsers; whatever broke, the seal does not
      // hold.
      return new SealReport(false, false, "", "", claimed, SealReport.Trust.UNKNOWN);
    }
  }

  private static List<X509CertificateHolder> certificates(CMSSignedData cms) {
    return new ArrayList<>(cms.getCertificates().getMatches(null));
  }

  private static boolean verified(SignerInformation signer, X509CertificateHolder certificate)
      throws GeneralSecurityException {
    try {
      return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
    } catch (CMSVerifierCertificateNotValidException e) {
      return false;
    } catch (CMSException doesNotFit) {
      return false;
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /// The signed ranges are the whole file but for the signature's own hexadecimal digits.
  private static boolean coversAll(int[] range, byte[] pdf) {
    if (range.length != 4 || range[0] != 0 || range[1] < 1 || range[2] <= range[1]) return false;
    if ((long) range[2] + range[3] != pdf.length) return false;
    if (pdf[range[1]] != '<' || pdf[range[2] - 1] != '>') return false;
    for (int i = range[1] + 1; i < range[2] - 1; i++) {
      if (Character.digit(pdf[i], 16) < 0) return false;
    }
    return true;
  }

  private static String name(X500Name name) {
    var common = name.getRDNs(BCStyle.CN);
    return common.length == 0
        ? name.toString()
        : IETFUtils.valueToString(common[0].getFirst().getValue());
  }

  private SealReport.Trust trust(
      X509CertificateHolder certificate, List<X509CertificateHolder> all, Instant at)
      throws GeneralSecurityException {
    var converter = new JcaX509CertificateConverter();
    var known = new ArrayList<X509Certificate>();
    for (var holder : all) known.add(converter.getCertificate(holder));
    var target = new X509CertSelector();
    target.setCertificate(converter.getCertificate(certificate));
    var parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(authority, null)), target);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    try {
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return demo ? SealReport.Trust.DEMO : SealReport.Trust.CONFIGURED;
    } catch (CertPathBuilderException stranger) {
      return SealReport.Trust.UNKNOWN;
    }
  }
}
