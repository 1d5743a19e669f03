package lu.aifactory.platform.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.decide.CsvHeader;

/// What data a use case needs: the section "Required data" as rooms that look for data read it, and reading the fields
/// of a data set from a sample file.
@Facade
public class DataSpecifications {

  private static final String SECTION = "data";
  private static final String SETS = "sets";
  private static final String COLUMNS = "columns";

  private final UseCases useCases;

  DataSpecifications(UseCases useCases) {
    this.useCases = useCases;
  }

  /// The specification as it is now.
  @Needs("usecase:read")
  public DataSpecification of(UseCaseId id) {
    var useCase = useCases.show(id);
    var section = section(id);
    return new DataSpecification(
        id,
        useCase.summary().title(),
        useCase.language(),
        useCase.summary().revision(),
        section.version(),
        section.completeness().isComplete(),
        useCase.sealed() != null,
        section.answers().rows(SETS).stream().map(DataSpecification.DataSet::of).toList(),
        section.answers().text("gaps"));
  }

  /// Adds the fields that the first lines of a CSV file show to a data set, and keeps nothing else of the file. Fields
  /// that the set names already stay as they are.
  ///
  /// @param set which one, counted from 0
  @Needs(value = "usecase:write", records = "usecase.fields-read")
  public Outcome<DataSpecification> readFields(UseCaseId id, int set, byte[] csv, int seenVersion) {
    var found = CsvHeader.read(csv);
    if (found.isEmpty()) {
      return invalid("usecase.header.fault.none");
    }
    var answers = section(id).answers();
    var sets = new ArrayList<>(answers.rows(SETS));
    if (set < 0 || set >= sets.size()) {
      return invalid("usecase.header.fault.row");
    }
    sets.set(set, withFields(sets.get(set), found));
    var changed = new TreeMap<>(answers.fields());
    changed.put(SETS, new Answer.Rows(sets));
    return useCases.save(id, SECTION, new Answers(changed), seenVersion).map(_ -> of(id));
  }

  private static Answers withFields(Answers set, List<CsvHeader.Column> found) {
    var columns = new ArrayList<>(set.rows(COLUMNS));
    Set<String> known =
        columns.stream().map(column -> column.text("name")).collect(Collectors.toSet());
    for (var column : found) {
      if (known.add(column.name())) {
        var cells = new TreeMap<String, Answer>();
        cells.put("name", new Answer.Text(column.name()));
        cells.put("type", new Answer.Text(column.type()));
        columns.add(new Answers(cells));
      }
    }
    var changed = new TreeMap<>(set.fields());
    changed.put(
        COLUMNS,
        new Answer.Rows(columns.subList(0, Math.min(columns.size(), CsvHeader.MOST_COLUMNS))));
    return new Answers(changed);
  }

  private SectionView section(UseCaseId id) {
    return useCases.section(id, SECTION).orElseThrow(() -> new NotVisible("section " + SECTION));
  }

  private static Outcome<DataSpecification> invalid(String message) {
    return Outcome.refused(new Refusal.Invalid(List.of(new Fault("file", message))));
  }
}
