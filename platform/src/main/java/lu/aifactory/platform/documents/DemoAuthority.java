package lu.aifactory.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import lu.aifactory.platform.shared.SecretFile;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority of our own making, so that documents are sealed before anybody bought a certificate. It
/// is made once for each installation and trusted by nobody who did not choose to.
record DemoAuthority(Path keys, Clock clock) {

  private static final String ALIAS = "key";
  private static final X500Name ROOT =
      new X500Name("CN=AI Factory Demo Authority,O=AI Factory One-Stop Shop (demo),C=LU");
  private static final X500Name SEAL =
      new X500Name("CN=AI Factory Demo Seal,O=AI Factory One-Stop Shop (demo),C=LU");
  private static final Duration ROOT_LIFE = Duration.ofDays(3650);
  private static final Duration SEAL_LIFE = Duration.ofDays(1095);
  private static final Duration RENEW_BEFORE = Duration.ofDays(30);

  /// The demo key, made at the first call and renewed before its certificate ends.
  SealKey sealKey() throws IOException, GeneralSecurityException {
    var password = password();
    var file = new SecretFile(keys.resolve("demo-seal.p12"));
    byte[] seal = file.exists() ? file.read() : file.createOrRead(seal(root(password), password));
    var key = SealKey.of(seal, password, true);
    if (!endsSoon(key)) return key;
    seal = seal(root(password), password);
    file.replace(seal);
    return SealKey.of(seal, password, true);
  }

  private KeyStore root(char[] password) throws IOException, GeneralSecurityException {
    var file = new SecretFile(keys.resolve("demo-authority.p12"));
    return opened(file.exists() ? file.read() : file.createOrRead(newRoot(password)), password);
  }

  private char[] password() throws IOException {
    var file = new SecretFile(keys.resolve("demo-seal.password"));
    if (!file.exists()) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      file.createOrRead(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
    }
    return new String(file.read(), StandardCharsets.US_ASCII).strip().toCharArray();
  }

  private boolean endsSoon(SealKey key) {
    var end = key.certificate().getNotAfter().toInstant();
    return end.isBefore(clock.instant().plus(RENEW_BEFORE));
  }

  private byte[] newRoot(char[] password) throws IOException, GeneralSecurityException {
    var pair = pair();
    var builder = certificate(ROOT, ROOT, pair, ROOT_LIFE);
    var extensions = new JcaX509ExtensionUtils();
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(pair.getPublic()));
    return stored(pair.getPrivate(), List.of(signed(builder, pair.getPrivate())), password);
  }

  private byte[] seal(KeyStore root, char[] password) throws IOException, GeneralSecurityException {
    var pair = pair();
    var issuer = (X509Certificate) root.getCertificate(ALIAS);
    var builder = certificate(ROOT, SEAL, pair, SEAL_LIFE);
    var extensions = new JcaX509ExtensionUtils();
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(pair.getPublic()));
    builder.addExtension(
        Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuer));
    var certificate = signed(builder, (PrivateKey) root.getKey(ALIAS, password));
    return stored(pair.getPrivate(), List.of(certificate, issuer), password);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private JcaX509v3CertificateBuilder certificate(
      X500Name issuer, X500Name subject, KeyPair pair, Duration life) {
    Instant from = clock.instant().minus(Duration.ofMinutes(5));
    var serial = new BigInteger(120, new SecureRandom()).setBit(120);
    return new JcaX509v3CertificateBuilder(
        issuer, serial, Date.from(from), Date.from(from.plus(life)), subject, pair.getPublic());
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static byte[] stored(PrivateKey key, List<X509Certificate> chain, char[] password)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry(ALIAS, key, password, chain.toArray(Certificate[]::new));
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return bytes.toByteArray();
  }

  private static KeyStore opened(byte[] pkcs12, char[] password)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(pkcs12), password);
    return store;
  }
}
