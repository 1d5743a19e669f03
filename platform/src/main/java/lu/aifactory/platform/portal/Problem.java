package lu.aifactory.platform.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error as programs see it (RFC 9457). `type` is stable, title and detail are in the caller's language.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<FieldError> errors,
    @Nullable String reference) {

  /// What is wrong with one field.
  record FieldError(String field, String message) {}

  Problem withReference(Reference quoted) {
    return new Problem(type, title, status, detail, errors, quoted.text());
  }
}
