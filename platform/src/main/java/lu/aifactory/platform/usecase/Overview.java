package lu.aifactory.platform.usecase;

import java.util.List;
import lu.aifactory.platform.portal.TimelineEntry;
import lu.aifactory.platform.portal.Tone;
import lu.aifactory.platform.usecase.decide.Definition;

/// A use case in the words of its page.
record Overview(UseCaseView useCase, Definition definition, Wording wording) {

  private static final int MOST_HISTORY = 15;

  /// A section and how far it is.
  record Row(String title, String href, Tone tone, String word, List<String> reasons) {}

  /// Every section with its state; the link leads to the editor, or to the document for who only reads.
  List<Row> rows(boolean writes) {
    var home = "/use-cases/" + useCase.id().value();
    return useCase.gate().parts().stream()
        .map(part -> {
          var defined = definition.section(part.key());
          var reasons =
              part.completeness().reasons().stream()
                  .map(fault ->
                      defined
                              .map(section -> wording.place(section, fault.field()) + ": ")
                              .orElse("")
                          + wording.say(fault))
                  .toList();
          var href =
              writes ? home + "/sections/" + part.key() : home + "/document#chapter-" + part.key();
          return new Row(
              wording.section(part.key()),
              href,
              tone(part.completeness()),
              wording.say("usecase.completeness." + part.completeness().word()),
              reasons);
        })
        .toList();
  }

  private static Tone tone(Completeness completeness) {
    return switch (completeness) {
      case Completeness.Missing() -> Tone.OPEN;
      case Completeness.Weak(_) -> Tone.WAITING;
      case Completeness.Complete() -> Tone.DONE;
    };
  }

  /// Where it stands, in one sentence.
  String gate() {
    var open = useCase.gate().open();
    var missing = open.stream().filter(part -> part.completeness() instanceof Completeness.Missing);
    var key = "usecase.gate." + useCase.phase().code();
    return useCase.phase() == Phase.DRAFT
        ? wording.say(
            key,
            useCase.gate().parts().size() - open.size(),
            useCase.gate().parts().size(),
            missing.count())
        : wording.say(key);
  }

  /// The latest of what happened, in words.
  List<TimelineEntry> history(List<HistoryLine> lines) {
    return lines.stream()
        .limit(MOST_HISTORY)
        .map(line ->
            new TimelineEntry(
                line.at(),
                historyTone(line.message()),
                wording.say(line.message(), named(line)),
                line.who(),
                null))
        .toList();
  }

  private static Tone historyTone(String message) {
    return switch (message) {
      case "usecase.history.voided", "usecase.history.withdrawn" -> Tone.WAITING;
      case "usecase.history.completed", "usecase.history.sealed", "usecase.history.ready" ->
          Tone.DONE;
      default -> Tone.OPEN;
    };
  }

  private Object[] named(HistoryLine line) {
    return line.arguments().stream()
        .map(argument -> {
          var title = wording.sayIfAny("usecase.section." + argument);
          return title.isEmpty() ? argument : title;
        })
        .toArray();
  }
}
