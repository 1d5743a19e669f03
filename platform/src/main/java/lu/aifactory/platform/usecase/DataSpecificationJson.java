package lu.aifactory.platform.usecase;

import java.util.List;
import java.util.UUID;

/// A data specification as it leaves the platform, with its format so that the reader knows which schema it follows.
record DataSpecificationJson(
    String format,
    UUID useCase,
    String title,
    String language,
    int revision,
    int version,
    boolean complete,
    boolean sealed,
    List<DataSpecification.DataSet> sets,
    String gaps) {

  static final String FORMAT = "lu.aifactory.data-specification/1";

  static DataSpecificationJson of(DataSpecification of) {
    return new DataSpecificationJson(
        FORMAT,
        of.useCase().value(),
        of.title(),
        of.language(),
        of.revision(),
        of.version(),
        of.complete(),
        of.sealed(),
        of.sets(),
        of.gaps());
  }
}
