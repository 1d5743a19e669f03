package lu.aifactory.platform.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.usecase.Printed.Block;
import lu.aifactory.platform.usecase.decide.Field;
import lu.aifactory.platform.usecase.decide.Section;
import org.springframework.context.MessageSource;

/// A section that people fill in here, as its definition says.
record DefinedPart(Section section, MessageSource messages) implements UseCasePart {

  @Override
  public String key() {
    return section.key();
  }

  @Override
  public int order() {
    return section.order();
  }

  @Override
  public Completeness completeness(UseCase useCase) {
    return section.completeness(useCase.content());
  }

  @Override
  public Answers content(UseCase useCase) {
    return useCase.content().section(section.key());
  }

  @Override
  public Printed printed(UseCase useCase, Locale language) {
    var wording = new Wording(messages, language);
    var answers = content(useCase);
    var blocks = new ArrayList<Block>();
    for (var field : section.fields()) {
      if (field.hasSheets()) {
        sheets(field, answers.rows(field.key()), wording, blocks);
      } else if (answers.get(field.key()) != null) {
        blocks.add(block(field, answers, wording));
      }
    }
    return new Printed(blocks);
  }

  private Block block(Field field, Answers answers, Wording wording) {
    var key = section.key() + "." + field.key();
    return switch (field.type()) {
      case LONG ->
          new Block.Prose(
              wording.label(key),
              answers.text(field.key()).lines().filter(l -> !l.isBlank()).toList());
      case ROWS -> table(wording.label(key), field, key, answers.rows(field.key()), wording);
      case TEXT, NUMBER, DATE, YES_NO, CHOICE ->
          new Block.Line(wording.label(key), wording.answer(field, key, answers));
    };
  }

  /// One table a row, under the row's name, and one more for what is listed within it: too many columns for one line.
  private void sheets(Field table, List<Answers> rows, Wording wording, List<Block> blocks) {
    var key = section.key() + "." + table.key() + ".";
    var columns =
        List.of(
            new Block.Column(wording.say("usecase.sheet.what"), false),
            new Block.Column(wording.say("usecase.sheet.value"), false));
    for (var row : rows) {
      var name = row.text(table.columns().getFirst().key());
      var lines =
          table.columns().stream()
              .skip(1)
              .filter(column -> column.type() != Field.Type.ROWS && row.get(column.key()) != null)
              .map(column ->
                  List.of(
                      wording.label(key + column.key()),
                      wording.answer(column, key + column.key(), row)))
              .toList();
      blocks.add(new Block.Table(name, columns, lines));
      for (var column : table.columns()) {
        var listed = row.rows(column.key());
        if (!listed.isEmpty()) {
          var label = wording.say("usecase.sheet.of", wording.label(key + column.key()), name);
          blocks.add(table(label, column, key + column.key(), listed, wording));
        }
      }
    }
  }

  private static Block table(
      String label, Field field, String key, List<Answers> rows, Wording wording) {
    var columns =
        field.columns().stream()
            .map(column ->
                new Block.Column(
                    wording.label(key + "." + column.key()), column.type() == Field.Type.NUMBER))
            .toList();
    var cells =
        rows.stream()
            .map(row ->
                field.columns().stream()
                    .map(column -> wording.answer(column, key + "." + column.key(), row))
                    .toList())
            .toList();
    return new Block.Table(label, columns, cells);
  }
}
