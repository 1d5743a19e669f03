package lu.aifactory.platform.documents;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/// The key that seals, with its certificate and the chain up to the authority that issued it. A demo key says so
/// wherever its seal is explained.
record SealKey(Pkcs12SignatureToken token, DSSPrivateKeyEntry entry, boolean demo) {

  /// Opens a PKCS#12 file that holds one key.
  static SealKey of(byte[] pkcs12, char[] password, boolean demo) {
    var token = new Pkcs12SignatureToken(pkcs12, new KeyStore.PasswordProtection(password));
    var keys = token.getKeys();
    if (keys.size() != 1) {
      throw new IllegalStateException(
          "the seal's key store holds %d keys, expected 1".formatted(keys.size()));
    }
    return new SealKey(token, keys.getFirst(), demo);
  }

  CertificateToken certificate() {
    return entry.getCertificate();
  }

  List<CertificateToken> chain() {
    return Arrays.asList(entry.getCertificateChain());
  }

  /// The last certificate of the chain: who trusts it trusts the seal.
  X509Certificate authority() {
    return chain().getLast().getCertificate();
  }
}
