package lu.aifactory.platform.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.decide.Field;
import lu.aifactory.platform.usecase.decide.FormInput;
import org.jspecify.annotations.Nullable;

/// A section's form as its template shows it.
record SectionForm(FormInput input, List<Fault> faults, Wording wording) {

  /// One field with its words.
  record FieldView(
      String name,
      String type,
      String label,
      @Nullable String hint,
      @Nullable String example,
      boolean optional,
      int limit,
      List<Choice> choices,
      List<RowView> rows) {}

  /// One row of a table; `name` is what its first column says.
  record RowView(int number, String remove, String name, List<FieldView> cells) {}

  /// Something that is still missing or weak, with the field that it is about.
  record Gap(String anchor, String place, String sentence) {}

  Form form() {
    var values = new LinkedHashMap<String, List<String>>();
    input.typed().forEach((path, text) -> values.put(path, List.of(text)));
    return Form.of(values).with(faults);
  }

  List<FieldView> fields() {
    var section = input.section();
    return section.fields().stream()
        .map(field -> view(field, field.key(), section.key() + "." + field.key(), false))
        .toList();
  }

  List<Gap> gaps(Completeness completeness) {
    return completeness.reasons().stream()
        .map(fault ->
            new Gap(
                "f-" + fault.field(),
                wording.place(input.section(), fault.field()),
                wording.say(fault)))
        .toList();
  }

  private FieldView view(Field field, String name, String key, boolean cell) {
    var when = field.requiredWhen();
    return new FieldView(
        name,
        shape(field, cell),
        wording.label(key),
        orNull(wording.sayIfAny("usecase.field." + key + ".hint")),
        orNull(wording.sayIfAny("usecase.field." + key + ".example")),
        !field.required() && when == null && field.type() != Field.Type.ROWS,
        field.longest(),
        choices(field, key),
        field.type() == Field.Type.ROWS ? rows(field, name, key) : List.of());
  }

  private static String shape(Field field, boolean cell) {
    return switch (field.type()) {
      case YES_NO, CHOICE -> cell ? "select" : "radios";
      case TEXT, LONG, NUMBER, DATE, ROWS -> field.type().word();
    };
  }

  private List<Choice> choices(Field field, String key) {
    return switch (field.type()) {
      case YES_NO ->
          List.of(
              Choice.text("true", wording.yesOrNo(true)),
              Choice.text("false", wording.yesOrNo(false)));
      case CHOICE ->
          field.options().stream()
              .map(option -> Choice.text(option, wording.choice(key, option)))
              .toList();
      case TEXT, LONG, NUMBER, DATE, ROWS -> List.of();
    };
  }

  private List<RowView> rows(Field table, String name, String key) {
    return IntStream.range(0, Math.max(1, input.rowsOf(name)))
        .mapToObj(row -> {
          var start = name + "." + row + ".";
          return new RowView(
              row + 1,
              name + "." + row,
              input.at(start + table.columns().getFirst().key()),
              table.columns().stream()
                  .map(column -> view(column, start + column.key(), key + "." + column.key(), true))
                  .toList());
        })
        .toList();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /// The same form with a blank row at the end of a table.
  static FormInput withBlankRow(FormInput input, String table) {
    var column =
        input.section().table(table).map(field -> field.columns().getFirst().key()).orElseThrow();
    var rows = Math.max(1, input.rowsOf(table));
    return input.with(Map.of(table + "." + rows + "." + column, ""));
  }
}
