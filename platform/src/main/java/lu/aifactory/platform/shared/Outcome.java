package lu.aifactory.platform.shared;

import java.util.function.Function;

/// What a façade answers: the value, or a typed reason why not. Nothing was changed when refused.
public sealed interface Outcome<T> {

  /// It was done.
  record Done<T>(T value) implements Outcome<T> {}

  /// It was not done, and here is why.
  record Refused<T>(Refusal why) implements Outcome<T> {}

  /// The outcome of something that was done.
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /// The outcome of something that was refused.
  static <T> Outcome<T> refused(Refusal why) {
    return new Refused<>(why);
  }

  /// The same outcome with another value; a refusal stays as it is.
  default <R> Outcome<R> map(Function<T, R> change) {
    return switch (this) {
      case Done<T>(var value) -> done(change.apply(value));
      case Refused<T>(var why) -> refused(why);
    };
  }

  /// Goes on with a further step that may refuse as well.
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Refused<T>(var why) -> refused(why);
    };
  }

  /// What comes of either: the value, or the reason why not.
  default <R> R fold(Function<T, R> done, Function<Refusal, R> refused) {
    return switch (this) {
      case Done<T>(var value) -> done.apply(value);
      case Refused<T>(var why) -> refused.apply(why);
    };
  }
}
