package lu.aifactory.platform.journey;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.identity.Tokens;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The first contact for programs.
@RestController
@RequestMapping("/api/intakes")
class IntakeResource {

  private static final String LINK = "the unguessable link is what lets a visitor in";

  private final FirstContact contact;
  private final Engagements engagements;
  private final Tokens tokens;
  private final Texts texts;
  private final JourneySettings settings;
  private final Clock clock;

  IntakeResource(
      FirstContact contact,
      Engagements engagements,
      Tokens tokens,
      Texts texts,
      JourneySettings settings,
      Clock clock) {
    this.contact = contact;
    this.engagements = engagements;
    this.tokens = tokens;
    this.texts = texts;
    this.settings = settings;
    this.clock = clock;
  }

  record Begun(UUID id, String link) {}

  /// A question as a program sees it; `why` and `ask` are worded in the language that the request asks for.
  record Asked(
      String id, String kind, boolean required, List<String> options, String ask, String why) {}

  /// @param next the first question without a good answer; null when the account can be made
  record State(
      UUID id,
      String questions,
      List<Asked> asked,
      Map<String, List<String>> answers,
      @Nullable String next) {}

  record Values(@Nullable List<@Nullable String> values) {}

  record Registration(
      @Nullable String name,
      @Nullable String email,
      @Nullable String password,
      @Nullable String language) {

    /// Leaves the password out, so that it never reaches a log.
    @Override
    public String toString() {
      return "Registration[" + email + "]";
    }
  }

  /// @param token for what its owner may do, limited in time; shown this once
  record Opened(UUID engagement, UUID organisation, UUID account, String token, int tokenDays) {}

  record Joining(@Nullable UUID organisation) {}

  record Joined(UUID engagement, UUID organisation) {}

  @Open("a visitor has no account yet")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Begun begin() {
    var begun = contact.begin();
    return new Begun(begun.id().value(), begun.link().text());
  }

  @Open(LINK)
  @GetMapping("/{link}")
  Outcome<State> state(@PathVariable String link) {
    return contact.draft(new Secret(link)).map(this::state);
  }

  @Open(LINK)
  @PutMapping("/{link}/answers/{question}")
  Outcome<State> answer(
      @PathVariable String link, @PathVariable String question, @RequestBody Values body) {
    var given =
        body.values() == null
            ? List.<String>of()
            : body.values().stream().filter(Objects::nonNull).map(String::valueOf).toList();
    return contact.answer(new Secret(link), question, given).map(this::state);
  }

  /// Makes account, organisation and engagement. Asking again with the same password answers the same ids and a new
  /// token.
  @Open(LINK)
  @PostMapping("/{link}/account")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Opened> register(@PathVariable String link, @RequestBody Registration body) {
    var account =
        new NewAccount(
            text(body.email()), text(body.name()), text(body.language()), text(body.password()));
    return contact
        .register(new Secret(link), account)
        .then(engagement -> opened(engagement, account));
  }

  /// Makes an engagement of it for somebody who has an account: for an organisation of theirs, or else for a new one.
  @Needs("profile:write")
  @PostMapping("/{link}/engagement")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Joined> join(@PathVariable String link, @RequestBody Joining body) {
    var organisation = body.organisation();
    var secret = new Secret(link);
    var joined =
        organisation == null
            ? contact.join(secret)
            : contact.join(new OrganisationId(organisation), secret);
    return joined.map(engagement ->
        new Joined(
            engagement.value(), engagements.organisationOf(engagement).orElseThrow().value()));
  }

  private Outcome<Opened> opened(EngagementId engagement, NewAccount account) {
    var days = settings.tokenDays();
    var name = "case " + Today.of(clock);
    return tokens
        .make(
            account.email(),
            account.password(),
            new Tokens.Draft(UUID.randomUUID(), name, List.of(), days))
        .map(made ->
            new Opened(
                engagement.value(),
                engagements.organisationOf(engagement).orElseThrow().value(),
                engagements.openedBy(engagement).value(),
                made.secret().text(),
                days));
  }

  private State state(Intake intake) {
    return new State(
        intake.id().value(),
        intake.questions().name(),
        intake.asked().stream().map(this::asked).toList(),
        intake.answers().given(),
        intake.open().map(Question::id).orElse(null));
  }

  private Asked asked(Question question) {
    return new Asked(
        question.id(),
        question.kind().code(),
        question.required(),
        question.options(),
        texts.of(question.text("ask")),
        texts.of(question.text("why")));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
