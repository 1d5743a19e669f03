package lu.aifactory.platform.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import org.jspecify.annotations.Nullable;

/// A first contact as far as it has come.
///
/// @param account the account that will be opened
/// @param organisation the organisation that will be founded
/// @param engagement the engagement that will be made of it
public record Intake(
    IntakeId id,
    Questions questions,
    Answers answers,
    AccountId account,
    OrganisationId organisation,
    EngagementId engagement,
    Instant changedAt,
    @Nullable Instant completedAt) {

  private static final int TITLE = 80;
  private static final int SHORTEST_TITLE = 15;

  /// The questions that are asked after the answers so far.
  public List<Question> asked() {
    return questions.asked(answers);
  }

  /// The first question that has no good answer yet; none when everything can be sent.
  public Optional<Question> open() {
    return questions.open(answers);
  }

  Intake with(Answers changed) {
    return new Intake(
        id, questions, changed, account, organisation, engagement, changedAt, completedAt);
  }

  boolean completed() {
    return completedAt != null;
  }

  /// What the organisation is called: its name, or a founder's project.
  public String organisationName() {
    var name = answers.first("organisation-name");
    return answers.first("kind").equals("founder") || name.isEmpty()
        ? answers.first("project-name")
        : name;
  }

  /// What the engagement is called at first: the beginning of what they want to achieve.
  String title() {
    var goal = answers.first("goal").lines().findFirst().orElse("").strip();
    var sentence = goal.split("(?<=[.!?])\\s", 2)[0].replaceFirst("\\.$", "");
    var colon = sentence.indexOf(": ");
    if (colon >= SHORTEST_TITLE) {
      sentence = sentence.substring(0, colon);
    }
    if (sentence.codePointCount(0, sentence.length()) <= TITLE) {
      return sentence;
    }
    var cut = sentence.substring(0, sentence.offsetByCodePoints(0, TITLE));
    var space = cut.lastIndexOf(' ');
    return (space > TITLE / 2 ? cut.substring(0, space) : cut).strip() + "…";
  }
}
