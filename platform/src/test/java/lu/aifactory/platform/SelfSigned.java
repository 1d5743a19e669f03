package lu.aifactory.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate for localhost that nobody but its key vouches for.
public record SelfSigned(X509Certificate certificate, PrivateKey key) {

  static final String CERTIFICATE = "tls.crt";
  static final String KEY = "tls.key";

  /// A fresh one.
  public static SelfSigned make() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var name = new X500Name("CN=localhost");
      var now = Instant.now();
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(64, new SecureRandom()),
              Date.from(now.minusSeconds(60)),
              Date.from(now.plus(Duration.ofDays(1))),
              name,
              pair.getPublic());
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
      return new SelfSigned(
          new JcaX509CertificateConverter().getCertificate(builder.build(signer)),
          pair.getPrivate());
    } catch (GeneralSecurityException | IOException | OperatorCreationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  void writeKeyTo(Path folder) {
    replace(folder.resolve(KEY), pem("PRIVATE KEY", key.getEncoded()));
  }

  void writeCertificateTo(Path folder) {
    try {
      replace(folder.resolve(CERTIFICATE), pem("CERTIFICATE", certificate.getEncoded()));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void replace(Path file, String content) {
    try {
      var draft = Files.writeString(file.resolveSibling(file.getFileName() + ".draft"), content);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String pem(String kind, byte[] encoded) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, body);
  }
}
