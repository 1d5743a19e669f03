package lu.aifactory.platform.usecase.decide;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import lu.aifactory.platform.usecase.Capacity;
import lu.aifactory.platform.usecase.Content;
import lu.aifactory.platform.usecase.Signature;

/// A use case between two commands: content with the versions of its title and sections, sign-offs, seal.
public record Standing(
    Content content,
    int titleVersion,
    Map<String, Integer> versions,
    Map<Capacity, Signature> signatures,
    boolean isSealed) {

  /// Copies versions and signatures.
  public Standing {
    versions = Map.copyOf(versions);
    signatures = Map.copyOf(signatures);
  }

  /// A new use case.
  public static Standing fresh(Content content) {
    return new Standing(content, 1, Map.of(), Map.of(), false);
  }

  /// The version of a section, 0 when it was never saved.
  public int version(String key) {
    return versions.getOrDefault(key, 0);
  }

  /// Whether both sides have signed the content with this hash.
  public boolean isSignedByBoth(String hash) {
    return Arrays.stream(Capacity.values()).allMatch(side -> isSigned(side, hash));
  }

  /// Whether one side has signed the content with this hash.
  public boolean isSigned(Capacity side, String hash) {
    var signature = signatures.get(side);
    return signature != null && signature.contentHash().equals(hash);
  }

  /// How it stands after something happened.
  public Standing after(Change change) {
    return switch (change) {
      case Change.SectionSaved(var key, var answers, var version) -> {
        var changed = new TreeMap<>(versions);
        changed.put(key, version);
        yield new Standing(content.with(key, answers), titleVersion, changed, signatures, isSealed);
      }
      case Change.Retitled(var title, var version) ->
          new Standing(content.titled(title), version, versions, signatures, isSealed);
      case Change.SignaturesVoided(var voided) -> {
        var kept = new EnumMap<Capacity, Signature>(Capacity.class);
        kept.putAll(signatures);
        voided.forEach(signature -> kept.remove(signature.capacity()));
        yield new Standing(content, titleVersion, versions, kept, isSealed);
      }
      case Change.Signed(var signature) -> {
        var signed = new EnumMap<Capacity, Signature>(Capacity.class);
        signed.putAll(signatures);
        signed.put(signature.capacity(), signature);
        yield new Standing(content, titleVersion, versions, signed, isSealed);
      }
      case Change.SignatureWithdrawn(var signature) -> {
        var kept = new EnumMap<Capacity, Signature>(Capacity.class);
        kept.putAll(signatures);
        kept.remove(signature.capacity());
        yield new Standing(content, titleVersion, versions, kept, isSealed);
      }
      case Change.WasSealed(_) -> new Standing(content, titleVersion, versions, signatures, true);
      case Change.SectionCompleted(_), Change.GateOpened(), Change.BecameDecisionReady() -> this;
    };
  }
}
