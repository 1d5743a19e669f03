package lu.aifactory.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.journey.Closing;
import lu.aifactory.platform.journey.Stage;
import lu.aifactory.platform.organisation.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demonstration as it is written in `demo/organisations.json`.
///
/// @param past engagements that have ended
/// @param levels how difficult the first of the organisations has it
/// @param documents sections of use cases by the name under which cases use them
record Script(
    List<Staff> staff,
    Map<String, Map<String, JsonNode>> documents,
    List<Organisation> organisations,
    List<Past> past,
    Map<String, String> levels) {

  /// An engagement that has ended.
  ///
  /// @param days for how many days the factory has known the organisation
  /// @param contactHours how long it waited for its first contact
  /// @param took days from the first contact to the end
  /// @param levels how difficult it was
  record Past(
      String name,
      int days,
      Human owner,
      Map<String, List<String>> answers,
      int contactHours,
      int took,
      List<Way> way,
      Closing closing,
      String reason,
      Map<String, String> levels) {}

  /// A stage that it reached.
  ///
  /// @param skipped whether the stage before was left without having been worked through
  record Way(Stage stage, boolean skipped) {}

  /// Somebody who works for the factory or a partner.
  ///
  /// @param partner code of the partner
  /// @param where for whom they work, in words
  /// @param shown whether they stand on the sign-in page
  record Staff(
      String name,
      String email,
      String language,
      Role role,
      @Nullable String partner,
      String where,
      boolean shown,
      @Nullable Advising advising) {}

  /// An advisor's profile.
  ///
  /// @param away whether they are away at present
  record Advising(
      Set<String> sectors,
      Set<String> languages,
      int capacity,
      boolean away,
      @Nullable String substitute) {}

  /// An organisation with its case.
  ///
  /// @param days for how many days the factory has known it
  /// @param answers to the first contact, but for name, e-mail and language of the owner
  /// @param contacted whether the advisor has already called
  record Organisation(
      String name,
      int days,
      Human owner,
      List<Human> members,
      Map<String, List<String>> answers,
      @Nullable Details details,
      boolean contacted,
      List<Errand> tasks,
      @Nullable Assessing readiness,
      @Nullable Move move,
      @Nullable List<Imagining> ideas,
      @Nullable Planning roadmap,
      @Nullable Writing usecase,
      @Nullable Meeting workshop,
      List<Agreement> consents) {}

  /// Somebody of an organisation.
  ///
  /// @param shown whether they stand on the sign-in page
  record Human(String name, String email, String language, boolean shown) {}

  /// What an organisation says of itself in detail; `last-year` stands for the year before this one.
  record Details(Kind kind, Map<String, String> answers) {}

  /// A task that the advisor sets for the organisation.
  record Errand(String what, int within) {}

  /// A readiness assessment.
  ///
  /// @param levels in the order of the questionnaire; -1 says that nobody could tell
  record Assessing(
      Set<String> facts, List<Integer> levels, boolean finished, @Nullable String note) {}

  /// An idea of the portfolio. The use case of the same title is begun from it.
  ///
  /// @param scores in the order of the criteria
  record Imagining(
      String title,
      @Nullable String pattern,
      List<Integer> scores,
      Set<String> vetoes,
      @Nullable Decision decision,
      @Nullable String reason) {}

  /// The usual steps for the first idea.
  ///
  /// @param within days from now on which it begins
  /// @param costs of the steps, in their order
  record Planning(int within, List<Long> costs) {}

  /// A move to another stage.
  record Move(Stage stage, String reason) {}

  /// A use case.
  ///
  /// @param document name of the document from which the sections are taken
  /// @param sections how many of its sections are written
  /// @param signed by `organisation` and `advisor`
  record Writing(
      String title,
      String language,
      String document,
      int sections,
      Set<String> signed,
      boolean sealed) {}

  /// A workshop.
  ///
  /// @param days when, counted from today; several are proposed
  /// @param expert whether an expert of a partner comes along
  /// @param notes what was said, if it was held
  /// @param decision what was decided then
  record Meeting(
      String title,
      String purpose,
      String place,
      String link,
      int minutes,
      List<Integer> days,
      String time,
      boolean expert,
      @Nullable String notes,
      @Nullable String decision) {}

  /// A consent to a partner's look.
  record Agreement(String partner, List<String> scopes, String purpose) {}

  static Script read() {
    try (var file = new ClassPathResource("demo/organisations.json").getInputStream()) {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readValue(file, Script.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The people of one organisation.
  static Stream<Human> people(Organisation organisation) {
    return Stream.concat(Stream.of(organisation.owner()), organisation.members().stream());
  }

  /// The addresses of everybody in it.
  Stream<String> addresses() {
    return Stream.concat(
        staff.stream().map(Staff::email),
        organisations.stream().flatMap(Script::people).map(Human::email));
  }
}
