package lu.aifactory.platform.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/// A passkey in software, written after the standard (WebAuthn Level 3, §6.1 and §6.5): P-256, no attestation. It can
/// misbehave: come from another page, verify nobody, or count backwards.
final class SoftKey {

  static final String HERE = "http://localhost:8080";

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int WITH_KEY = 0x40;
  private static final JsonMapper JSON = new JsonMapper();

  private final byte[] id = new byte[32];
  private final KeyPair pair;
  private byte[] owner = {};
  private int count;
  private boolean verifies = true;
  private String origin = HERE;

  SoftKey() {
    new SecureRandom().nextBytes(id);
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  SoftKey from(String page) {
    origin = page;
    return this;
  }

  SoftKey verifying(boolean person) {
    verifies = person;
    return this;
  }

  SoftKey countingFrom(int number) {
    count = number;
    return this;
  }

  String id() {
    return url(id);
  }

  /// Answers what a page asks to be made.
  String make(String options) {
    var asked = JSON.readTree(options);
    owner = Base64.getUrlDecoder().decode(asked.get("user").get("id").asString());
    var data = join(authenticator(asked.get("rp").get("id").asString(), WITH_KEY), attested());
    var object =
        join(
            hex("a3 63 666d74 64 6e6f6e65 67 61747453746d74 a0 68 6175746844617461 59"),
            ByteBuffer.allocate(2).putShort((short) data.length).array(),
            data);
    var response =
        "\"attestationObject\":\"%s\",\"transports\":[\"internal\"]".formatted(url(object));
    return credential(client("webauthn.create", asked.get("challenge").asString()), response);
  }

  /// Answers what a page asks to be proved.
  String prove(String options) {
    var asked = JSON.readTree(options);
    count++;
    var data = authenticator(asked.get("rpId").asString(), 0);
    var client = client("webauthn.get", asked.get("challenge").asString());
    var response =
        "\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\""
            .formatted(url(data), url(signature(data, client)), url(owner));
    return credential(client, response);
  }

  private byte[] client(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticator(String party, int more) {
    var flags = PRESENT | (verifies ? VERIFIED : 0) | more;
    return join(
        sha256(party.getBytes(StandardCharsets.UTF_8)),
        new byte[] {(byte) flags},
        ByteBuffer.allocate(4).putInt(count).array());
  }

  // No maker, the id, and the public key as COSE has it.
  private byte[] attested() {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    return join(
        new byte[16],
        hex("0020"),
        id,
        hex("a5 01 02 03 26 20 01 21 58 20"),
        padded(point.getAffineX()),
        hex("22 58 20"),
        padded(point.getAffineY()));
  }

  private byte[] signature(byte[] data, byte[] client) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return signature.sign();
    } catch (GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  private String credential(byte[] client, String response) {
    return """
    {"id":"%1$s","rawId":"%1$s","type":"public-key","authenticatorAttachment":"platform",
     "clientExtensionResults":{},"response":{"clientDataJSON":"%2$s",%3$s}}
    """
        .formatted(url(id), url(client), response);
  }

  private static byte[] padded(BigInteger number) {
    var bytes = number.toByteArray();
    var padded = new byte[32];
    var length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
    return padded;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (var part : parts) joined.writeBytes(part);
    return joined.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
