package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.portal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What two people made of one advisor's profile, in words.
@Component
class ProfileDifferences {

  private final Texts texts;
  private final Words words;

  ProfileDifferences(Texts texts, Words words) {
    this.texts = texts;
    this.words = words;
  }

  /// @param names of those who can stand in
  List<Difference> between(
      AdvisorProfile theirs, AdvisorProfile yours, Map<AccountId, String> names) {
    var said = said(yours, names);
    var differences = new ArrayList<Difference>();
    said(theirs, names)
        .forEach((label, their) -> {
          var your = said.getOrDefault(label, "");
          if (!their.equals(your)) differences.add(new Difference(texts.of(label), their, your));
        });
    return differences;
  }

  private Map<String, String> said(AdvisorProfile profile, Map<AccountId, String> names) {
    var said = new LinkedHashMap<String, String>();
    var substitute = profile.substitute();
    var sector = Questions.current().question("sector").orElseThrow();
    said.put(
        "journey.profile.languages", chosen(profile.languages(), StartAccountPages.languages()));
    said.put("journey.profile.capacity", String.valueOf(profile.capacity()));
    said.put("journey.profile.absent-from", day(profile.absentFrom()));
    said.put("journey.profile.absent-until", day(profile.absentUntil()));
    said.put(
        "journey.profile.substitute", substitute == null ? "" : names.getOrDefault(substitute, ""));
    said.put("journey.profile.sectors", chosen(profile.sectors(), words.choices(sector)));
    return said;
  }

  private String chosen(Set<String> values, List<Choice> choices) {
    return choices.stream()
        .filter(choice -> values.contains(choice.value()))
        .map(texts::of)
        .collect(Collectors.joining(", "));
  }

  private String day(@Nullable LocalDate day) {
    return day == null ? "" : texts.day(day);
  }
}
