package lu.aifactory.platform.documents;

import java.util.Locale;
import java.util.Map;

/// A document to be made from a template: the template's name (`usecase/document`), the language, its head, and the
/// things that the template speaks about. The template is built on `documents/layout`, and shows the same as a page.
public record Report(String template, Locale language, ReportHead head, Map<String, Object> model) {

  public Report {
    model = Map.copyOf(model);
  }
}
