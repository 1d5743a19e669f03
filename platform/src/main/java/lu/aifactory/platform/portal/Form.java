package lu.aifactory.platform.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// What a form shows: the values as they were typed or stored, and what is wrong with them. A refused form is shown
/// again with the same values, so that nothing typed is lost.
///
/// A handler takes the request's parameters, `@RequestParam MultiValueMap<String, String> typed`, and answers a refusal with
/// `Form.of(typed).with(refusal)` as model attribute `form`.
public record Form(Map<String, List<String>> values, List<Fault> faults) {

  /// Keeps its own copies.
  public Form {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
  }

  /// A form with nothing in it.
  public static Form empty() {
    return new Form(Map.of(), List.of());
  }

  /// A form with these values, for example the parameters of a request.
  public static Form of(Map<String, List<String>> values) {
    return new Form(values, List.of());
  }

  /// The same form with one value more; null leaves the field empty.
  public Form with(String field, @Nullable Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(field, value == null ? List.of() : List.of(value.toString()));
    return new Form(more, faults);
  }

  /// The same form with faults.
  public Form with(List<Fault> wrong) {
    return new Form(values, wrong);
  }

  /// The same form with what a refusal says: its faults, or its own sentence where it has none.
  public Form with(Refusal why) {
    return with(
        why.faults().isEmpty()
            ? List.of(new Fault("", why.message(), why.arguments()))
            : why.faults());
  }

  /// The same form with one fault more.
  public Form with(Fault fault) {
    var more = new ArrayList<>(faults);
    more.add(fault);
    return new Form(values, more);
  }

  /// The value of a field, empty when there is none.
  public String value(String field) {
    var all = all(field);
    return all.isEmpty() ? "" : all.getFirst();
  }

  /// The id that a form for something new carries, so that sending it twice makes one thing. A form that lost it gets a
  /// fresh one.
  public UUID id() {
    try {
      return UUID.fromString(value("id"));
    } catch (IllegalArgumentException lost) {
      return UUID.randomUUID();
    }
  }

  /// All values of a field in which several may be chosen.
  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /// Whether a choice was made.
  public boolean has(String field, String choice) {
    return all(field).contains(choice);
  }

  /// Whether nothing is wrong.
  public boolean right() {
    return faults.isEmpty();
  }

  /// Whether something is wrong with a field.
  public boolean wrong(String field) {
    return faults.stream().anyMatch(fault -> fault.field().equals(field));
  }

  /// What is wrong with a field.
  public List<Fault> faultsOf(String field) {
    return faults.stream().filter(fault -> fault.field().equals(field)).toList();
  }

  /// The ids of the elements that describe a field, for `aria-describedby`; null when there are none.
  public @Nullable String describedBy(
      String field, @Nullable Object hint, @Nullable Object example) {
    var ids = new ArrayList<String>();
    if (hint != null || example != null) ids.add("f-" + field + "-hint");
    if (wrong(field)) ids.add("f-" + field + "-error");
    return ids.isEmpty() ? null : String.join(" ", ids);
  }
}
