package lu.aifactory.platform.demo;

import java.time.LocalDate;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lu.aifactory.platform.usecase.Answer;
import lu.aifactory.platform.usecase.Answers;
import tools.jackson.databind.JsonNode;

/// Reads a section of a use case as the script writes it. A day is written as `day+30`, counted from the start of the
/// demonstration, so that plans never lie in the past.
record UseCaseText(LocalDate today) {

  private static final Pattern DAY = Pattern.compile("day\\+(\\d+)");

  Answers answers(JsonNode section) {
    var answers = new TreeMap<String, Answer>();
    section.properties().forEach(entry -> answers.put(entry.getKey(), answer(entry.getValue())));
    return new Answers(answers);
  }

  private Answer answer(JsonNode json) {
    if (json.isArray()) {
      return new Answer.Rows(json.valueStream().map(this::answers).toList());
    }
    if (json.isBoolean()) {
      return new Answer.Flag(json.booleanValue());
    }
    if (json.isNumber()) {
      return new Answer.Figure(json.decimalValue());
    }
    var day = DAY.matcher(json.stringValue());
    return day.matches()
        ? new Answer.Day(today.plusDays(Long.parseLong(day.group(1))))
        : new Answer.Text(json.stringValue());
  }
}
