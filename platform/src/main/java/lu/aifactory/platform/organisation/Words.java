package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import lu.aifactory.platform.organisation.AlreadyTold.Told;
import lu.aifactory.platform.portal.Answer;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Questions, answers and numbers in the caller's language.
@Component
class Words {

  private final Terms terms;
  private final Texts texts;

  Words(Terms terms, Texts texts) {
    this.terms = terms;
    this.texts = texts;
  }

  /// A question as a form shows it.
  record Field(
      String name,
      String type,
      String label,
      @Nullable String hint,
      @Nullable String why,
      @Nullable String example,
      boolean optional,
      List<Choice> choices) {}

  List<Field> fields(Profile profile, String step, Told told) {
    return Paths.of(profile.kind(), step).stream()
        .filter(question -> question.isAsked(profile.answers()))
        .map(question ->
            profile.answer(question.name()).isEmpty()
                ? field(question, profile, told)
                : field(question, profile, Told.nothing()))
        .toList();
  }

  private Field field(Question question, Profile profile, Told told) {
    return new Field(
        question.name(),
        question.type().name(),
        label(question, profile),
        hint(question, told),
        ifThere(question.key() + ".why"),
        ifThere(question.key() + ".example"),
        !question.required(),
        choices(question, told));
  }

  private @Nullable String hint(Question question, Told told) {
    var hint = ifThere(question.key() + ".hint");
    var said = roughly(question, told);
    if (said.isEmpty()) return hint;
    var remark = texts.of("organisation.told", List.of(said));
    return hint == null ? remark : hint + " · " + remark;
  }

  // What was told where it is no answer: too rough a number, or a term above those that may be
  // chosen.
  private String roughly(Question question, Told told) {
    var key = told.roughly().get(question.name());
    if (key != null) return texts.of(key);
    if (question.type() != Question.Type.TERM) return "";
    var list = question.choices().getFirst();
    var said = told.answer(question.name());
    return terms.under(list, said).isEmpty() ? "" : term(list, said);
  }

  String label(Question question, Profile profile) {
    var ofKind = ifThere(question.key() + "." + profile.kind().code());
    return ofKind != null ? ofKind : texts.of(question.key(), years(profile));
  }

  // The questions about figures name their year.
  private static List<String> years(Profile profile) {
    var year = profile.answer("year");
    return year.isEmpty()
        ? List.of("", "")
        : List.of(year, String.valueOf(Integer.parseInt(year) - 1));
  }

  private @Nullable String ifThere(String key) {
    var text = texts.of(key);
    return text.equals(key) ? null : text;
  }

  private List<Choice> choices(Question question, Told told) {
    return switch (question.type()) {
      case CHOICE ->
          question.choices().stream()
              .map(choice -> Choice.key(choice, question.choiceKey(choice)))
              .toList();
      case TERM -> terms(question.choices().getFirst(), told.answer(question.name()));
      default -> List.of();
    };
  }

  // Those under the term that was told come first.
  private List<Choice> terms(String list, String told) {
    var language = LocaleContextHolder.getLocale();
    var choices = new ArrayList<Choice>();
    var ordered = new LinkedHashSet<>(terms.under(list, told));
    ordered.addAll(terms.choices(list));
    for (var term : ordered) {
      var name = term.name(language);
      choices.add(
          Choice.text(term.code(), list.equals("sectors") ? term.code() + " " + name : name));
    }
    return choices;
  }

  public String term(String list, String code) {
    return terms
        .find(list, code)
        .map(term -> term.name(LocaleContextHolder.getLocale()))
        .orElse(code);
  }

  /// Everything that was asked and answered, by step.
  Map<String, List<Answer>> answers(Portrait portrait, boolean mayChange) {
    var profile = portrait.profile();
    var steps = new LinkedHashMap<String, List<Answer>>();
    for (var question : Paths.of(profile.kind())) {
      if (!question.isAsked(profile.answers())) continue;
      var href =
          mayChange
              ? "/organisations/%s/edit/%s"
                  .formatted(portrait.organisation().id().value(), question.step())
              : null;
      steps
          .computeIfAbsent(question.step(), _ -> new ArrayList<>())
          .add(
              new Answer(
                  label(question, profile), said(question, profile.answer(question.name())), href));
    }
    return steps;
  }

  String said(Question question, String answer) {
    if (answer.isEmpty()) return "";
    return switch (question.type()) {
      case CHOICE -> texts.of(question.choiceKey(answer));
      case TERM -> term(question.choices().getFirst(), answer);
      case NUMBER -> number(new BigDecimal(answer));
      case AMOUNT -> euros(new BigDecimal(answer));
      case PERCENT -> percent(new BigDecimal(answer));
      case DAY -> texts.day(LocalDate.parse(answer));
      case TEXT, YEAR -> answer;
    };
  }

  /// The size for State aid; empty while there is none.
  public String stateAid(Organisation organisation) {
    return organisation.size(Frame.STATE_AID).map(size -> texts.of(size.messageKey())).orElse("");
  }

  String number(BigDecimal number) {
    var format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  String euros(BigDecimal amount) {
    var format = NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale());
    return "€\u00a0" + format.format(amount.setScale(0, RoundingMode.HALF_UP));
  }

  String percent(BigDecimal percent) {
    return number(percent) + "\u00a0%";
  }

  String of(String key) {
    return texts.of(key);
  }

  String of(String key, List<?> arguments) {
    return texts.of(key, arguments);
  }
}
