package lu.aifactory.platform.usecase;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.decide.Field;
import lu.aifactory.platform.usecase.decide.Path;
import lu.aifactory.platform.usecase.decide.Section;
import org.springframework.context.MessageSource;

/// The words for sections, fields, choices and answers in one language.
record Wording(MessageSource messages, Locale language) {

  String say(String key, Object... arguments) {
    var said = messages.getMessage(key, arguments.length == 0 ? null : arguments, key, language);
    return said == null ? key : said;
  }

  String say(Fault fault) {
    return say(fault.message(), fault.arguments().toArray());
  }

  /// Empty where the bundle has nothing to say, as for hints that a field does not need.
  String sayIfAny(String key) {
    var said = messages.getMessage(key, null, "", language);
    return said == null ? "" : said;
  }

  String section(String key) {
    return say("usecase.section." + key);
  }

  String label(String key) {
    return say("usecase.field." + key);
  }

  String choice(String fieldKey, String option) {
    return say("usecase.choice." + fieldKey + "." + option);
  }

  String yesOrNo(boolean flag) {
    return say(flag ? "usecase.yes" : "usecase.no");
  }

  /// The label of what a fault is about: "Threshold, row 2".
  String place(Section section, String path) {
    var at = Path.of(path);
    if (section.field(at.field()).isEmpty()) {
      return section(section.key());
    }
    return place(section.key() + ".", at);
  }

  private String place(String prefix, Path at) {
    var field = prefix + at.field();
    if (at.cell().isEmpty()) {
      return label(field);
    }
    var row = at.cell().get().row() + 1;
    var inner = Path.of(at.cell().get().column());
    return inner.cell().isEmpty()
        ? say("usecase.place.row", label(field + "." + inner.field()), row)
        : say("usecase.place.row", label(field), row) + ": " + place(field + ".", inner);
  }

  /// An answer as readers see it.
  String answer(Field field, String fieldKey, Answers answers) {
    var answer = answers.get(field.key());
    return switch (answer) {
      case null -> "";
      case Answer.Text(var option) when field.type() == Field.Type.CHOICE ->
          choice(fieldKey, option);
      case Answer.Text(var text) -> text;
      case Answer.Figure(var figure) -> number(figure);
      case Answer.Day(var day) -> day(day);
      case Answer.Flag(var flag) -> yesOrNo(flag);
      case Answer.Rows(var rows) -> rows(field, fieldKey, rows);
    };
  }

  String number(BigDecimal figure) {
    var format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(6);
    return format.format(figure);
  }

  String day(LocalDate day) {
    return day.format(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(european(language)));
  }

  String shortDay(LocalDate day) {
    return day.format(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(european(language)));
  }

  /// English as it is written in Luxembourg: the day before the month.
  static Locale european(Locale language) {
    return language.getLanguage().equals("en") ? Locale.UK : language;
  }

  private String rows(Field table, String tableKey, List<Answers> rows) {
    var lines = new StringBuilder();
    for (var row : rows) {
      for (var column : table.columns()) {
        var cell = answer(column, tableKey + "." + column.key(), row);
        if (!cell.isEmpty()) {
          lines
              .append(label(tableKey + "." + column.key()))
              .append(column.type() == Field.Type.ROWS ? ":\n" : ": ")
              .append(cell)
              .append('\n');
        }
      }
      lines.append('\n');
    }
    return lines.toString().strip();
  }
}
