package lu.aifactory.platform.usecase.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.Answer;
import lu.aifactory.platform.usecase.Answers;
import tools.jackson.databind.JsonNode;

/// Reads a section from JSON. A mistake is named by path, what was expected and what was found.
public final class JsonInput {

  private final List<Fault> faults = new ArrayList<>();

  private JsonInput() {}

  /// What can be stored of the JSON object, and what cannot.
  public static Reading read(Section section, JsonNode json, int mostBytes) {
    var input = new JsonInput();
    var answers = input.object(section.fields(), json, "");
    return Reading.limited(answers, input.faults, mostBytes);
  }

  private Answers object(List<Field> fields, JsonNode json, String prefix) {
    var answers = new TreeMap<String, Answer>();
    if (!json.isObject()) {
      faults.add(
          wrong(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1), "object", json));
      return new Answers(answers);
    }
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      var path = prefix + entry.getKey();
      var field = fields.stream().filter(known -> known.key().equals(entry.getKey())).findFirst();
      if (field.isEmpty()) {
        faults.add(new Fault(path, "usecase.fault.unknown-field"));
      } else if (!entry.getValue().isNull()) {
        answer(field.get(), path, entry.getValue())
            .ifPresent(answer -> answers.put(entry.getKey(), answer));
      }
    }
    return new Answers(answers);
  }

  private Optional<Answer> answer(Field field, String path, JsonNode json) {
    return switch (field.type()) {
      case ROWS -> rows(field, path, json);
      case NUMBER ->
          json.isNumber() ? understood(number(field, path, json)) : refused(path, "number", json);
      case YES_NO ->
          json.isBoolean()
              ? Optional.of(new Answer.Flag(json.booleanValue()))
              : refused(path, "boolean", json);
      case TEXT, LONG, DATE, CHOICE ->
          json.isString()
              ? understood(Scalar.typed(field, path, json.stringValue()))
              : refused(path, "string", json);
    };
  }

  private static Scalar number(Field field, String path, JsonNode json) {
    // 1e400 is more than a JSON parser keeps
    return json.decimalValueOpt()
        .map(value -> Scalar.number(field, path, value))
        .orElseGet(() -> Scalar.faulty(path, "usecase.fault.number-size"));
  }

  private Optional<Answer> rows(Field table, String path, JsonNode json) {
    if (!json.isArray()) {
      return refused(path, "array", json);
    }
    if (json.size() > table.mostRows()) {
      faults.add(new Fault(path, "usecase.fault.rows", List.of(table.mostRows())));
      return Optional.empty();
    }
    var rows = new ArrayList<Answers>();
    for (int row = 0; row < json.size(); row++) {
      var answers = object(table.columns(), json.get(row), path + "." + row + ".");
      if (!answers.isEmpty()) {
        rows.add(answers);
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Answer.Rows(rows));
  }

  private Optional<Answer> understood(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Fits(var answer) -> Optional.of(answer);
      case Scalar.Faulty(var fault) -> {
        faults.add(fault);
        yield Optional.empty();
      }
      case Scalar.Blank() -> Optional.empty();
    };
  }

  private Optional<Answer> refused(String path, String expected, JsonNode found) {
    faults.add(wrong(path, expected, found));
    return Optional.empty();
  }

  private static Fault wrong(String path, String expected, JsonNode found) {
    return new Fault(
        path,
        "usecase.fault.type",
        List.of(expected, found.getNodeType().name().toLowerCase(Locale.ROOT)));
  }
}
