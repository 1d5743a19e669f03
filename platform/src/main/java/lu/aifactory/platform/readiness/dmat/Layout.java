package lu.aifactory.platform.readiness.dmat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The columns of a file with DMAT scores. The Commission publishes the structure of the scores and no file of its own, so
/// the layout is ours and described in docs/reference/dmat.md.
final class Layout {

  static final String VERSION = "dmat";
  static final String VARIANT = "variant";
  static final String MOMENT = "moment";
  static final String DATE = "date";
  static final String OVERALL = "overall";
  static final List<String> DIMENSIONS = List.of("d1", "d2", "d3", "d4", "d5", "d6");
  static final List<String> QUESTIONS =
      List.of(
          "q1-invested",
          "q1-planned",
          "q2",
          "q3",
          "q4",
          "q5",
          "q6",
          "q7",
          "q8",
          "q9",
          "q10",
          "q11");
  static final List<String> NEEDED =
      Stream.concat(
              Stream.of(VERSION, VARIANT, MOMENT, DATE),
              Stream.concat(DIMENSIONS.stream(), Stream.of(OVERALL)))
          .toList();

  private Layout() {}

  static List<String> columns() {
    return Stream.concat(NEEDED.stream(), QUESTIONS.stream()).toList();
  }

  /// One line of a file, in the order of the columns.
  static List<Object> row(Scores scores) {
    var row = new ArrayList<Object>();
    row.add(scores.version());
    row.add(scores.variant().code());
    row.add(scores.moment().name());
    row.add(scores.on().toString());
    row.addAll(scores.dimensions());
    row.add(scores.overall());
    for (int i = 0; i < QUESTIONS.size(); i++) {
      row.add(i < scores.questions().size() ? scores.questions().get(i) : "");
    }
    return row;
  }
}
