package lu.aifactory.platform.portfolio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.portal.Form;
import org.jspecify.annotations.Nullable;

/// The form of a step: from what is stored, and to what was said.
final class RoadmapForm {

  // No day at all, so that what was typed as a day and is none is refused like one of another
  // century.
  private static final LocalDate NO_DAY = LocalDate.MIN;

  private RoadmapForm() {}

  static Form of(RoadmapStep step) {
    var values = new HashMap<String, List<String>>();
    values.put("name", List.of(step.name()));
    values.put("owner", List.of(step.owner()));
    values.put("weeks", List.of(String.valueOf(step.weeks())));
    values.put("cost", List.of(String.valueOf(step.cost())));
    values.put("days", List.of(String.valueOf(step.days())));
    values.put("after", step.after().stream().map(one -> one.value().toString()).toList());
    if (step.notBefore() != null) values.put("notBefore", List.of(step.notBefore().toString()));
    if (step.idea() != null) values.put("idea", List.of(step.idea().value().toString()));
    return Form.of(values);
  }

  static NewRoadmapStep said(Form form) {
    var weeks = number(form.value("weeks"));
    var days = number(form.value("days"));
    return new NewRoadmapStep(
        form.value("name"),
        form.value("owner"),
        weeks == null ? null : Math.toIntExact(weeks),
        after(form),
        day(form.value("notBefore")),
        number(form.value("cost")),
        days == null ? null : Math.toIntExact(days),
        idea(form.value("idea")));
  }

  static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException _) {
      return NO_DAY;
    }
  }

  static @Nullable IdeaId idea(String typed) {
    return id(typed).map(IdeaId::new).orElse(null);
  }

  static Optional<UUID> id(String typed) {
    try {
      return typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Set<RoadmapStepId> after(Form form) {
    return form.all("after").stream()
        .map(RoadmapForm::id)
        .flatMap(Optional::stream)
        .map(RoadmapStepId::new)
        .collect(Collectors.toSet());
  }

  // Thousands may be set apart.
  private static @Nullable Long number(String typed) {
    var digits = typed.replaceAll("[\\s\\u00a0\\u202f'’]", "");
    return digits.matches("[0-9]{1,9}") ? Long.valueOf(digits) : null;
  }
}
