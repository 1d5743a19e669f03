package lu.aifactory.platform.usecase.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.usecase.Answer;
import lu.aifactory.platform.usecase.Answers;
import lu.aifactory.platform.usecase.Completeness;
import lu.aifactory.platform.usecase.Content;
import lu.aifactory.platform.usecase.Printed;
import lu.aifactory.platform.usecase.UseCase;
import lu.aifactory.platform.usecase.UseCaseId;
import lu.aifactory.platform.usecase.UseCasePart;

/// Complete and random content for any definition.
public final class Examples {

  public static final Definition DEFINITION = definition();

  private Examples() {}

  private static Definition definition() {
    try {
      return Definition.read(Examples.class.getResourceAsStream("/usecase/document-1.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A part that reads nothing but the content.
  record PurePart(Section section) implements UseCasePart {
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
      return new Printed(List.of());
    }
  }

  static List<UseCasePart> parts() {
    return DEFINITION.sections().stream().<UseCasePart>map(PurePart::new).toList();
  }

  static Assessment assess(Content content) {
    return Assessment.of(
        new UseCase(
            new UseCaseId(new UUID(0, 1)),
            new EngagementId(new UUID(0, 2)),
            new OrganisationId(new UUID(0, 3)),
            content),
        parts());
  }

  public static Content empty() {
    return new Content("Bread that sells", "en", 1, 1, new TreeMap<>());
  }

  public static Content complete(Random random) {
    var content = empty();
    for (var section : DEFINITION.sections()) {
      content = content.with(section.key(), complete(section, random));
    }
    return content;
  }

  public static Answers complete(Section section, Random random) {
    var answers = new TreeMap<String, Answer>();
    for (var field : section.fields()) {
      answers.put(field.key(), answer(field, random, 0));
    }
    return new Answers(answers);
  }

  private static Answer answer(Field field, Random random, int row) {
    return switch (field.type()) {
      case TEXT -> new Answer.Text(words(random, Math.max(3, field.shortest()), field.longest()));
      case LONG -> new Answer.Text(words(random, Math.max(90, field.shortest()), field.longest()));
      case NUMBER -> new Answer.Figure(new BigDecimal(random.nextInt(1_000_000)).movePointLeft(2));
      case DATE -> new Answer.Day(LocalDate.of(2027, 1, 1 + row));
      case YES_NO -> new Answer.Flag(true);
      // the first option always fits: no AI, available, and so on
      case CHOICE -> new Answer.Text(field.options().getFirst());
      case ROWS -> {
        var rows = new ArrayList<Answers>();
        for (int index = 0; index < 2 + random.nextInt(3); index++) {
          var cells = new TreeMap<String, Answer>();
          for (var column : field.columns()) {
            if (column.required()) {
              cells.put(column.key(), answer(column, random, index));
            }
          }
          rows.add(new Answers(cells));
        }
        yield new Answer.Rows(rows);
      }
    };
  }

  private static String words(Random random, int shortest, int longest) {
    var text = new StringBuilder();
    while (text.length() < shortest) {
      text.append("Mëttwoch brout 12 % \"frësch\" ").append(random.nextInt(1000));
    }
    return text.substring(0, Math.min(text.length(), longest)).strip();
  }
}
