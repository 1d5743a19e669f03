package lu.aifactory.platform.audit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a check of the whole chain found.
public sealed interface Verification {

  /// So many entries are as they were written, and so many wait to be linked. `signedTo` is the place of the last
  /// checkpoint, `outsideTo` of the last one kept outside the database; zero where there is none.
  record Intact(long entries, long waiting, long signedTo, long outsideTo)
      implements Verification {}

  /// The first thing that is wrong, and where: the place in the chain, the entry if it is known, and the last place
  /// before it that a checkpoint confirms.
  record Broken(What what, long place, long confirmedTo, @Nullable UUID entry)
      implements Verification {}

  /// The message key of the sentence that says it.
  default String message() {
    return switch (this) {
      case Intact _ -> "audit.verification.intact";
      case Broken broken ->
          "audit.verification." + broken.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /// The arguments of the sentence.
  default Object[] arguments() {
    return switch (this) {
      case Intact(var entries, var waiting, var signedTo, var outsideTo) ->
          new Object[] {entries, waiting, signedTo, outsideTo};
      case Broken(_, var place, var confirmedTo, var entry) ->
          new Object[] {place, confirmedTo, entry == null ? "?" : entry.toString()};
    };
  }

  /// The sentence, for places where no message source is at hand.
  default String sentence(Locale language) {
    var bundle =
        ResourceBundle.getBundle(
            "messages/audit",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(message()), language).format(arguments());
  }

  /// The ways in which a trail can be wrong.
  enum What {
    /// An entry is not what was linked.
    CHANGED,
    /// An entry or a link is gone from the middle.
    MISSING,
    /// Links stand in another order.
    REORDERED,
    /// A link or an entry came in by another way than the sealer.
    INSERTED,
    /// A link was rewritten.
    RELINKED,
    /// The end of the chain is gone.
    CUT,
    /// The chain fits together, but is not the one that was signed.
    REWRITTEN,
    /// A checkpoint's signature is not by a trusted key.
    FORGED,
    /// A checkpoint that stands outside is not in the database.
    UNSIGNED
  }
}
