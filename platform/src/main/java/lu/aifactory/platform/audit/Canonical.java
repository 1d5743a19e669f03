package lu.aifactory.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one serialisation of entries and links, and its SHA-256.
///
/// A thing is a row of fields. A field is its UTF-8 bytes after their count as four bytes, big-endian; an absent
/// field is the count -1 and nothing else. So no two different things have the same bytes.
///
/// - **entry**: `aifactory-audit-entry-1`, id, number, time as microseconds since 1970, actor, actor's name, action,
///   kind of subject, id of subject, organisation, `true` or `false` for outside, request, count of details, and for
///   each detail, in the order of the bytes of its key, key and value.
/// - **link**: `aifactory-audit-link-1`, place, previous hash, id of the entry, digest of the entry. Hashes are in
///   lower-case hexadecimal digits; before the first link stands a hash of zeros. Numbers are decimal.
final class Canonical {

  static final String BEGINNING = "0".repeat(64);

  private final MessageDigest sha;

  private Canonical() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String digest(RecordedEntry recorded) {
    var entry = recorded.entry();
    var fields =
        new Canonical()
            .field("aifactory-audit-entry-1")
            .field(recorded.id().toString())
            .field(Long.toString(recorded.number()))
            .field(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, recorded.at())))
            .field(entry.actor())
            .field(entry.actorName())
            .field(entry.action())
            .field(entry.subjectKind())
            .field(entry.subjectId())
            .field(entry.organisation() == null ? null : entry.organisation().toString())
            .field(Boolean.toString(entry.outside()))
            .field(entry.request())
            .field(Integer.toString(entry.details().size()));
    entry.details().entrySet().stream()
        .sorted((one, other) -> Arrays.compareUnsigned(utf8(one.getKey()), utf8(other.getKey())))
        .forEach(detail -> fields.field(detail.getKey()).field(detail.getValue()));
    return fields.hex();
  }

  static String link(long place, String previous, UUID entry, String digest) {
    return new Canonical()
        .field("aifactory-audit-link-1")
        .field(Long.toString(place))
        .field(previous)
        .field(entry.toString())
        .field(digest)
        .hex();
  }

  private String hex() {
    return HexFormat.of().formatHex(sha.digest());
  }

  private Canonical field(@Nullable String value) {
    if (value == null) {
      sha.update(ByteBuffer.allocate(4).putInt(-1).flip());
      return this;
    }
    var bytes = utf8(value);
    sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    sha.update(bytes);
    return this;
  }

  private static byte[] utf8(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
