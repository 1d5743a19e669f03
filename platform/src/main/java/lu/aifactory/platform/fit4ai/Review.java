package lu.aifactory.platform.fit4ai;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portfolio.IdeaId;
import org.jspecify.annotations.Nullable;

/// An organisation's way through the programme, as it stands.
///
/// @param facts what eligibility hangs on, by question; what nobody said is missing
/// @param findings by idea
/// @param report the sealed report, once the plan was handed over
public record Review(
    Fit4AiId id,
    EngagementId engagement,
    OrganisationId organisation,
    Stage stage,
    String objectives,
    Map<String, String> facts,
    @Nullable ConsultantId consultant,
    @Nullable Quote quote,
    @Nullable Verdict verdict,
    List<Finding> findings,
    @Nullable UUID report,
    Instant changedAt,
    int version) {

  /// Copies facts and findings.
  public Review {
    facts = new TreeMap<>(facts);
    findings = List.copyOf(findings);
  }

  /// What is to be done now.
  public enum Stage {
    OBJECTIVES,
    CONSULTANT,
    QUOTE,
    ANALYSIS,
    HANDED_OVER;

    /// The name in JSON, SQL and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Stage of(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow();
    }
  }

  /// What a consultant offers; euros without value-added tax, unless the offer gives them with it.
  ///
  /// @param withTax whether the amounts include value-added tax
  /// @param dated the day of the offer
  /// @param startsOn the first day of the work
  public record Quote(
      BigDecimal consultantCost,
      BigDecimal otherCost,
      boolean withTax,
      BigDecimal days,
      BigDecimal dayRate,
      LocalDate dated,
      LocalDate startsOn) {}

  /// What the advisor said of the quote.
  public record Verdict(boolean accepted, String note, String by, Instant at) {}

  /// From where an idea is looked at.
  public enum View {
    VALUE,
    FEASIBILITY,
    DATA,
    RISKS,
    ALTERNATIVES;

    /// The name in JSON, forms and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the analysis found of an idea.
  public record Finding(
      IdeaId idea,
      Map<View, String> views,
      Decision recommendation,
      String reason,
      String by,
      Instant at) {

    /// Copies the views.
    public Finding {
      views = new TreeMap<>(views);
    }
  }

  /// What was found of an idea, if anything was.
  public Optional<Finding> finding(IdeaId idea) {
    return findings.stream().filter(one -> one.idea().equals(idea)).findFirst();
  }
}
