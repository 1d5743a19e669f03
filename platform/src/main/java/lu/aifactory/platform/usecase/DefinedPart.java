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
      if (answers.get(field.key()) != null) {
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
      case ROWS -> table(field, key, answers.rows(field.key()), wording);
      case TEXT, NUMBER, DATE, YES_NO, CHOICE ->
          new Block.Line(wording.label(key), wording.answer(field, key, answers));
    };
  }

  private static Block table(Field field, String key, List<Answers> rows, Wording wording) {
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
    return new Block.Table(wording.label(key), columns, cells);
  }
}
