package lu.aifactory.platform.journey;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lu.aifactory.platform.identity.Consent;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.portal.Answer;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.TimelineEntry;
import lu.aifactory.platform.portal.Tone;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Puts engagements into words of the reader's language; templates reach it as `words`.
@Component
class Words {

  private final Texts texts;
  private final WorkingDays calendar;
  private final CurrentPerson current;
  private final Clock clock;

  Words(Texts texts, WorkingDays calendar, CurrentPerson current, Clock clock) {
    this.texts = texts;
    this.calendar = calendar;
    this.current = current;
    this.clock = clock;
  }

  public LocalDate today() {
    return Today.of(clock);
  }

  public String of(Task task) {
    var message = task.message();
    return message == null ? Objects.requireNonNullElse(task.what(), "") : texts.of(message);
  }

  public String of(NextStep step) {
    var message = step.message();
    return message == null
        ? Objects.requireNonNullElse(step.own(), "")
        : texts.of(message, step.arguments());
  }

  public String reason(NextStep step) {
    return texts.of(step.reason(), step.reasonArguments());
  }

  public String of(AdvisorChoice.Line line) {
    return texts.of(line.message(), line.arguments());
  }

  public String state(Task task) {
    if (task.overdue(today())) {
      return texts.of("journey.state.overdue");
    }
    return texts.of("journey.task.state." + task.state().code());
  }

  /// Why the factory's table set a task, in a sentence.
  public String because(StageTasks.Why why) {
    return texts.of("journey.template.because." + why.because());
  }

  /// What the table looked at, as name and value.
  public List<Answer> looked(StageTasks.Why why) {
    return why.inputs().entrySet().stream()
        .map(
            one -> new Answer(texts.of("journey.template.input." + one.getKey()), input(one), null))
        .toList();
  }

  private String input(Map.Entry<String, @Nullable Object> one) {
    var value = String.valueOf(one.getValue());
    return switch (one.getKey()) {
      case "stage" -> texts.of("journey.stage." + value);
      case "size" -> texts.of("organisation.size." + value);
      case "personalData" -> texts.of("journey.template.personal." + value);
      case "maturity" ->
          one.getValue() == null ? texts.of("journey.template.maturity.unknown") : value;
      default -> texts.of("journey.intake." + one.getKey() + "." + value);
    };
  }

  /// Whether the reader wrote a comment that still stands.
  public boolean mine(Comment comment) {
    return comment.deletedAt() == null
        && current.find().filter(me -> me.id().equals(comment.author())).isPresent();
  }

  String loadOf(Advisors.Advisor advisor) {
    var load = texts.of("journey.advisors.load", advisor.load(), advisor.profile().capacity());
    return advisor.absent() ? texts.of("journey.advisors.absent") + " · " + load : load;
  }

  public String side(Waiting.Who who) {
    return texts.of("journey.side." + who.code());
  }

  /// "by Friday 27 November 2026, in 2 working days"; nothing when there is no day.
  public @Nullable String due(@Nullable LocalDate day) {
    if (day == null) {
      return null;
    }
    var today = today();
    var written = texts.day(day);
    if (day.isBefore(today)) {
      return texts.of("journey.due.past", written);
    }
    if (day.equals(today)) {
      return texts.of("journey.due.today", written);
    }
    var left = calendar.between(today, day);
    return left == 1
        ? texts.of("journey.due.one", written)
        : texts.of("journey.due.many", written, left);
  }

  /// A day in few words, for tables.
  public String day(LocalDate day) {
    var language = LocaleContextHolder.getLocale();
    var written = language.getLanguage().equals("en") ? Locale.UK : language;
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(written).format(day);
  }

  /// Who is waited for, in few words, for tables.
  public String briefly(@Nullable Waiting waiting) {
    var who = waiting == null ? "nobody" : waiting.who().code();
    var name = texts.of("journey.filter.waiting." + who);
    return waiting == null || waiting.until() == null ? name : name + " · " + day(waiting.until());
  }

  /// Who is waited for.
  public String waitingFor(@Nullable Waiting waiting) {
    return texts.of("journey.waiting." + (waiting == null ? "nobody" : waiting.who().code()));
  }

  /// Whether the promised first contact should have been by now.
  public boolean late(Engagement engagement) {
    return engagement.promised().late(clock.instant());
  }

  boolean live(Consent consent) {
    return consent.live(clock.instant());
  }

  public Tone tone(Engagement engagement) {
    if (engagement.overdue(today())) {
      return Tone.TROUBLE;
    }
    return engagement.waiting() == null ? Tone.ACTIVE : Tone.WAITING;
  }

  public TimelineEntry of(TimelineLine line) {
    var text = texts.of(line.message(), line.arguments());
    var actor = line.actor() == null ? texts.of("journey.timeline.system") : line.actor();
    return new TimelineEntry(
        line.at(), line.waiting() == null ? Tone.DONE : Tone.WAITING, text, actor, line.link());
  }

  public List<Choice> choices(Question question) {
    if (question.kind() != Question.Kind.COUNTRY) {
      return question.options().stream()
          .map(option -> Choice.key(option, question.text(option)))
          .toList();
    }
    var language = LocaleContextHolder.getLocale();
    var order = Collator.getInstance(language);
    return question.options().stream()
        .map(code -> Choice.text(code, country(code, language)))
        .sorted((one, other) -> order.compare(one.label(), other.label()))
        .toList();
  }

  private static String country(String code, Locale language) {
    return Locale.of("", code).getDisplayCountry(language);
  }

  public List<Answer> answers(Questions questions, Answers answers, @Nullable String change) {
    return questions.asked(answers).stream()
        .map(question -> {
          var href = change == null ? null : change + "/" + question.id() + "?change=true";
          return new Answer(
              texts.of(question.text("short")), said(question, answers.all(question.id())), href);
        })
        .toList();
  }

  private String said(Question question, List<String> values) {
    var language = LocaleContextHolder.getLocale();
    return String.join(
        "; ",
        values.stream()
            .map(value ->
                switch (question.kind()) {
                  case CHOICE, CHOICES, LIST -> texts.of(question.text(value));
                  case COUNTRY -> country(value, language);
                  case TEXT, LONG_TEXT, EMAIL -> value;
                })
            .toList());
  }

  /// Two who moved the stage at once.
  Difference differ(Stage theirs, Stage yours) {
    return new Difference(
        texts.of("journey.stage.change.stage"),
        texts.of(theirs.messageKey()),
        texts.of(yours.messageKey()));
  }
}
