package lu.aifactory.platform.portal;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What does not fit in a JSON body: where, what was expected there, what was found.
final class JsonFault {

  private JsonFault() {}

  static Failure of(JacksonException wrong) {
    return switch (wrong) {
      case UnrecognizedPropertyException unknown ->
          at(unknown, new Fault(path(unknown), "portal.fault.unknown-field"));
      case InvalidFormatException format ->
          at(format, fault(format, String.valueOf(format.getValue())));
      case MismatchedInputException mismatch -> at(mismatch, fault(mismatch, null));
      default -> {
        var place = wrong.getLocation();
        yield new Failure(
            400,
            "portal.problem.no-json",
            place == null ? 0 : place.getLineNr(),
            place == null ? 0 : place.getColumnNr());
      }
    };
  }

  private static Failure at(MismatchedInputException wrong, Fault fault) {
    return new Failure(400, "portal.problem.json", List.of(path(wrong)), List.of(fault));
  }

  private static Fault fault(MismatchedInputException wrong, @Nullable String found) {
    var expected = expected(wrong.getTargetType());
    return found == null
        ? new Fault(path(wrong), "portal.fault.expected", List.of(expected))
        : new Fault(
            path(wrong), "portal.fault.expected-found", List.of(expected, shortened(found)));
  }

  // The words of JSON itself, the same in every language.
  private static String expected(@Nullable Class<?> type) {
    if (type == null) return "value";
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(" | "));
    }
    if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
      return "number";
    }
    if (type == boolean.class || type == Boolean.class) return "true | false";
    if (Temporal.class.isAssignableFrom(type)) return "ISO 8601 " + type.getSimpleName();
    if (type == UUID.class) return "UUID";
    if (CharSequence.class.isAssignableFrom(type)) return "string";
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "array" : "object";
  }

  private static String path(MismatchedInputException wrong) {
    return wrong.getPath().stream()
        .map(step ->
            step.getPropertyName() == null
                ? "[" + step.getIndex() + "]"
                : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String shortened(String found) {
    return found.length() <= 80 ? found : found.substring(0, 80) + "…";
  }
}
