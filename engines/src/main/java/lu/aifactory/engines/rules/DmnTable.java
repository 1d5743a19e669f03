package lu.aifactory.engines.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// A table as a DMN model. The model's only output is the number of each row that fits, in the order of the file: so
/// it is known which rows fired, and the hit policy and the outputs stay ours. Inputs are values in the evaluation's
/// context under names of our own (`i0`, `i1`, …), so nothing that a person typed is ever parsed as FEEL.
final class DmnTable {

  private static final String DECISION = "rows";

  private final List<Column> inputs;
  private final DMNRuntime runtime;
  private final DMNModel model;

  private DmnTable(List<Column> inputs, DMNRuntime runtime) {
    this.inputs = inputs;
    this.runtime = runtime;
    this.model = runtime.getModels().getFirst();
  }

  static DmnTable of(RuleTable table) {
    Resource resource =
        ResourceFactory.newByteArrayResource(xml(table).getBytes(StandardCharsets.UTF_8));
    var runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(e -> new IllegalStateException("DMN refuses " + table.file(), e));
    var compiled = new DmnTable(table.columns(Column.Part.IN), runtime);
    if (compiled.model.hasErrors()) {
      throw new IllegalStateException(
          "DMN refuses " + table.file() + ": " + words(compiled.model.getMessages()));
    }
    return compiled;
  }

  /// The indices of the rows that fit, in the order of the file.
  List<Integer> fitting(Map<String, @Nullable Object> values) {
    var context = runtime.newContext();
    for (int i = 0; i < inputs.size(); i++) context.set("i" + i, values.get(inputs.get(i).name()));
    var result = runtime.evaluateByName(model, context, DECISION).getDecisionResultByName(DECISION);
    if (result.hasErrors()) {
      throw new IllegalStateException("DMN cannot evaluate: " + words(result.getMessages()));
    }
    return switch (result.getResult()) {
      case null -> List.of();
      case List<?> rows -> rows.stream().map(DmnTable::index).toList();
      case Object row -> List.of(index(row));
    };
  }

  private static int index(Object row) {
    return ((Number) row).intValue();
  }

  private static String words(List<DMNMessage> messages) {
    return messages.stream().map(DMNMessage::getText).collect(Collectors.joining("; "));
  }

  private static String xml(RuleTable table) {
    var inputs = table.columns(Column.Part.IN);
    var xml = new StringBuilder();
    var requirements = new StringBuilder();
    var conditions = new StringBuilder();
    xml.append(
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="lu.aifactory.rules" id="definitions" name="table">
        """);
    for (int i = 0; i < inputs.size(); i++) {
      var type = inputs.get(i).type().feel();
      xml.append(
          """
          <inputData id="in%1$d" name="i%1$d"><variable id="v%1$d" name="i%1$d" typeRef="%2$s"/></inputData>
          """
              .formatted(i, type));
      requirements.append(
          """
          <informationRequirement id="q%1$d"><requiredInput href="#in%1$d"/></informationRequirement>
          """
              .formatted(i));
      conditions.append(
          """
          <input id="c%1$d"><inputExpression id="e%1$d" typeRef="%2$s"><text>i%1$d</text></inputExpression></input>
          """
              .formatted(i, type));
    }
    return xml.append(
            "<decision id=\"rows\" name=\"rows\"><variable id=\"v\" name=\"rows\" typeRef=\"Any\"/>\n")
        .append(requirements)
        .append("<decisionTable id=\"table\" hitPolicy=\"RULE ORDER\">\n")
        .append(conditions)
        .append("<output id=\"row\"/>\n")
        .append(rules(table))
        .append("</decisionTable></decision></definitions>")
        .toString();
  }

  private static String rules(RuleTable table) {
    var xml = new StringBuilder();
    for (int row = 0; row < table.rows().size(); row++) {
      xml.append("<rule id=\"r%d\">".formatted(row));
      var tests = table.rows().get(row).tests();
      for (int i = 0; i < tests.size(); i++) {
        xml.append(
            "<inputEntry id=\"r%dc%d\"><text>%s</text></inputEntry>"
                .formatted(row, i, escaped(tests.get(i))));
      }
      xml.append(
          "<outputEntry id=\"r%1$do\"><text>%1$d</text></outputEntry></rule>\n".formatted(row));
    }
    return xml.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
