package lu.aifactory.platform.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import lu.aifactory.platform.shared.SecretFile;
import org.jspecify.annotations.Nullable;

/// The Ed25519 keys of the checkpoints, in the folder `keys` of the home: `audit.pem` signs, every `audit*.pub` is
/// trusted. To change the key, rename the pair's public half to, say, `audit-2026.pub` and remove `audit.pem`.
final class Keys {

  private static final String PRIVATE = "-----BEGIN PRIVATE";

  private final Map<String, PublicKey> trusted = new HashMap<>();
  private final @Nullable PrivateKey own;
  private final String ownName;
  private final String ownPublic;

  private Keys(Path folder) throws IOException, GeneralSecurityException {
    var factory = KeyFactory.getInstance("Ed25519");
    try (var files = Files.newDirectoryStream(folder, "audit*.pub")) {
      for (var file : files) {
        var key = factory.generatePublic(new X509EncodedKeySpec(unwrap(Files.readString(file))));
        trusted.put(name(key), key);
      }
    }
    var secret = folder.resolve("audit.pem");
    var open = folder.resolve("audit.pub");
    ownPublic = Files.exists(open) ? Files.readString(open) : "";
    ownName =
        ownPublic.isEmpty()
            ? ""
            : name(factory.generatePublic(new X509EncodedKeySpec(unwrap(ownPublic))));
    own =
        Files.exists(secret)
            ? factory.generatePrivate(new PKCS8EncodedKeySpec(unwrap(Files.readString(secret))))
            : null;
  }

  /// The keys that are there, for whoever only verifies.
  static Keys read(Path home) {
    try {
      return new Keys(Files.createDirectories(home.resolve("keys")));
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException("The keys of the audit trail cannot be read", unreadable);
    }
  }

  /// The keys that are there, or new ones.
  static synchronized Keys readOrMake(Path home) {
    try {
      var folder = Files.createDirectories(home.resolve("keys"));
      // Several replicas may start on one home at once.
      try (var channel =
              FileChannel.open(
                  folder.resolve("audit.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        make(folder);
      }
      return new Keys(folder);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException("The keys of the audit trail cannot be read", unreadable);
    }
  }

  // Both halves appear first in one file, so that a crash between them can be made good, and no
  // public half is ever
  // written over: earlier checkpoints may be signed with it.
  private static void make(Path folder) throws IOException, GeneralSecurityException {
    var both = new SecretFile(folder.resolve("audit.new"));
    var secret = new SecretFile(folder.resolve("audit.pem"));
    var open = new SecretFile(folder.resolve("audit.pub"));
    if (!secret.exists()) {
      if (open.exists() && !both.exists()) {
        throw new IllegalStateException(
            open.path()
                + " is there without its secret half, audit.pem: restore that from the backup, or, to sign with a new"
                + " key, rename audit.pub to audit-before.pub, so that earlier checkpoints stay trusted");
      }
      var pair = new String(both.createOrRead(utf8(pair())), StandardCharsets.UTF_8);
      var end = pair.indexOf(PRIVATE);
      if (!Arrays.equals(
          open.createOrRead(utf8(pair.substring(0, end))), utf8(pair.substring(0, end)))) {
        throw new IllegalStateException(open.path() + " does not belong to " + both.path());
      }
      secret.createOrRead(utf8(pair.substring(end)));
    }
    Files.deleteIfExists(both.path());
  }

  private static String pair() throws GeneralSecurityException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return wrap("PUBLIC", pair.getPublic().getEncoded())
        + wrap("PRIVATE", pair.getPrivate().getEncoded());
  }

  /// The public half of the signing key, as PEM.
  String publicKey() {
    return ownPublic;
  }

  Checkpoint sign(long place, String hash, Instant at) {
    if (own == null) throw new IllegalStateException("There is no key to sign checkpoints with");
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(own);
      signature.update(utf8(Checkpoint.statement(place, hash, at, ownName)));
      return new Checkpoint(
          place, hash, at, ownName, Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  boolean signed(Checkpoint checkpoint) {
    var key = trusted.get(checkpoint.key());
    if (key == null) return false;
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(utf8(checkpoint.statement()));
      return signature.verify(checkpoint.signatureBytes());
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static String name(PublicKey key) throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return HexFormat.of().formatHex(digest, 0, 8);
  }

  private static String wrap(String kind, byte[] bytes) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + " KEY-----\n" + body + "\n-----END " + kind + " KEY-----\n";
  }

  private static byte[] unwrap(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
