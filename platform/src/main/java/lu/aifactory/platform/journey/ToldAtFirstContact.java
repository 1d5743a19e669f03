package lu.aifactory.platform.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.organisation.AlreadyTold;
import lu.aifactory.platform.organisation.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands on what an organisation said of itself at its latest first contact.
@Component
class ToldAtFirstContact implements AlreadyTold {

  private final Engagements engagements;

  ToldAtFirstContact(Engagements engagements) {
    this.engagements = engagements;
  }

  @Override
  public Optional<Told> about(OrganisationId organisation) {
    return engagements.of(organisation).stream()
        .findFirst()
        .map(latest -> told(engagements.answers(latest.id())));
  }

  static Told told(Answers said) {
    var kind = kind(said.first("kind"));
    var answers = new LinkedHashMap<String, String>();
    answers.put("language", said.first("language"));
    answers.put("country", said.first("country"));
    answers.put("sector", said.first("sector"));
    if (kind == Kind.FOUNDER) answers.put("idea", said.first("goal"));
    return new Told(kind, answers, roughly(said.first("size")));
  }

  private static @Nullable Kind kind(String said) {
    return switch (said) {
      case "company-lu" -> Kind.COMPANY;
      case "company-eu" -> Kind.EU_COMPANY;
      case "public-body" -> Kind.PUBLIC_BODY;
      case "research" -> Kind.RESEARCH_INSTITUTION;
      case "founder" -> Kind.FOUNDER;
      default -> null;
    };
  }

  // A band is no number of people: who fills in the form has to look it up.
  private static Map<String, String> roughly(String band) {
    var key = "journey.intake.size." + band;
    return band.isEmpty() ? Map.of() : Map.of("headcount", key, "staff", key);
  }
}
