package lu.aifactory.platform.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data that a use case needs, so that a catalogue or a data holder can be asked for it. What nobody wrote yet is
/// empty; whether everything is there, `complete` says.
///
/// @param language the language that the words are written in
/// @param version of the section; rises with every change
/// @param sealed whether the document is final, and with it this
/// @param gaps what is known to be missing or wrong
public record DataSpecification(
    UseCaseId useCase,
    String title,
    String language,
    int revision,
    int version,
    boolean complete,
    boolean sealed,
    List<DataSet> sets,
    String gaps) {

  /// Copies the sets.
  public DataSpecification {
    sets = List.copyOf(sets);
  }

  /// One data set that is wanted.
  ///
  /// @param period that it has to cover
  /// @param refresh how often it is renewed: once, yearly, … live
  /// @param granularity what one row stands for
  /// @param population whom or what it covers, and where
  /// @param sensitivity public, internal, confidential or special
  /// @param personal whether it holds personal data; null while nobody said
  /// @param identifiers needed to link it with others
  /// @param custody who may hold it
  /// @param access available, agreed, requested or unclear
  public record DataSet(
      String name,
      String purpose,
      String holder,
      List<Field> fields,
      String remark,
      String volume,
      String period,
      String refresh,
      String granularity,
      String population,
      String sensitivity,
      @Nullable Boolean personal,
      String identifiers,
      String quality,
      String custody,
      String retention,
      String access) {

    /// Copies the fields.
    public DataSet {
      fields = List.copyOf(fields);
    }

    static DataSet of(Answers row) {
      return new DataSet(
          row.text("name"),
          row.text("purpose"),
          row.text("holder"),
          row.rows("columns").stream().map(Field::of).toList(),
          row.text("fields"),
          row.text("volume"),
          row.text("period"),
          row.text("refresh"),
          row.text("granularity"),
          row.text("population"),
          row.text("sensitivity"),
          row.get("personal") instanceof Answer.Flag(var personal) ? personal : null,
          row.text("identifiers"),
          row.text("quality"),
          row.text("custody"),
          row.text("retention"),
          row.text("access"));
    }
  }

  /// One field of a data set.
  ///
  /// @param type text, whole, decimal, yes-no, date, moment, category, identifier, place, picture, sound or document
  /// @param needed whether the use case fails without it; false for nice to have, null while nobody said
  public record Field(String name, String meaning, String type, @Nullable Boolean needed) {

    static Field of(Answers row) {
      var need = row.text("need");
      return new Field(
          row.text("name"),
          row.text("meaning"),
          row.text("type"),
          need.isEmpty() ? null : need.equals("needed"));
    }
  }
}
