package lu.aifactory.platform.documents;

import java.time.LocalDate;

/// What stands at the top of a report and in its running lines. `organisation` is the one that the report is about,
/// `summary` one sentence for readers of the file's properties; `date` the day whose facts it shows.
public record ReportHead(
    String title, String subtitle, String organisation, String summary, LocalDate date) {}
