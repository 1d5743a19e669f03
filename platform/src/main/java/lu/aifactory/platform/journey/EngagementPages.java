package lu.aifactory.platform.journey;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.Consent;
import lu.aifactory.platform.identity.Consents;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.Member;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.journey.estimate.EstimatePicture;
import lu.aifactory.platform.journey.estimate.Estimates;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of engagements, and one engagement.
@Controller
class EngagementPages {

  private static final int TIMELINE = 10;
  private static final int COMMENTS = 3;

  private final Journey journey;
  private final Advisors advisors;
  private final Identity identity;
  private final Documents documents;
  private final Consents consents;
  private final Comments comments;
  private final Estimates estimates;
  private final EstimatePicture picture;
  private final Access access;
  private final Words words;
  private final EngagementFrame frame;
  private final OpenLinks links;
  private final List<EngagementPart> parts;

  EngagementPages(
      Journey journey,
      Advisors advisors,
      Identity identity,
      Documents documents,
      Consents consents,
      Comments comments,
      Estimates estimates,
      EstimatePicture picture,
      Access access,
      Words words,
      EngagementFrame frame,
      OpenLinks links,
      ObjectProvider<EngagementPart> parts) {
    this.journey = journey;
    this.advisors = advisors;
    this.identity = identity;
    this.documents = documents;
    this.consents = consents;
    this.comments = comments;
    this.estimates = estimates;
    this.picture = picture;
    this.access = access;
    this.words = words;
    this.frame = frame;
    this.links = links;
    this.parts = parts.stream().sorted(Comparator.comparingInt(EngagementPart::order)).toList();
  }

  @Needs("engagement:read")
  @GetMapping("/engagements")
  String list(
      @Listing(
              sorts = {"-changed", "opened", "title", "organisation", "advisor", "stage", "until"},
              filters = {"stage", "waiting", "state", "sector", "advisor"})
          ListQuery query,
      Model model) {
    model.addAttribute("page", journey.list(query));
    model.addAttribute("stages", StagePages.stages());
    model.addAttribute("states", states());
    model.addAttribute("waits", waits());
    model.addAttribute("words", words);
    return "journey/engagements";
  }

  @Needs("engagement:read")
  @GetMapping("/engagements/export.csv")
  void export(
      @Listing(
              sorts = {"-changed", "opened", "title", "organisation", "advisor", "stage", "until"},
              filters = {"stage", "waiting", "state", "sector", "advisor"})
          ListQuery query,
      HttpServletResponse response)
      throws IOException {
    var csv = csv(response, "engagements.csv");
    journey.export(query, one -> write(csv, row(one)));
  }

  static List<Choice> waits() {
    return Stream.of("organisation", "advisor", "partner", "factory", "nobody")
        .map(who -> Choice.key(who, "journey.filter.waiting." + who))
        .toList();
  }

  static Csv csv(HttpServletResponse response, String name) throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return Csv.to(
        response.getWriter(),
        List.of(
            "id",
            "organisation",
            "title",
            "stage",
            "state",
            "advisor",
            "waiting for",
            "until",
            "opened",
            "changed"));
  }

  static void write(Csv csv, List<? extends @Nullable Object> row) {
    try {
      csv.row(row);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<@Nullable Object> row(Engagement one) {
    var waiting = one.waiting();
    return Arrays.<@Nullable Object>asList(
        one.id().value(),
        one.organisationName(),
        one.title(),
        one.stage().code(),
        one.state().code(),
        one.advisorName(),
        waiting == null ? null : waiting.who().code(),
        waiting == null ? null : waiting.until(),
        one.openedAt(),
        one.changedAt());
  }

  @Needs("engagement:read")
  @GetMapping("/engagements/{id}")
  String one(@PathVariable UUID id, @RequestParam(defaultValue = "0") long before, Model model) {
    var engagement = journey.engagement(new EngagementId(id));
    frame.put(engagement, model);
    work(engagement, model);
    var lines = journey.timeline(engagement.id(), before, TIMELINE);
    model.addAttribute(
        "timeline",
        lines.stream().map(line -> links.of(words.of(line), engagement.organisation())).toList());
    model.addAttribute("older", lines.size() == TIMELINE ? lines.getLast().number() : 0);
    model.addAttribute("choice", journey.whyThisAdvisor(engagement.id()));
    model.addAttribute("away", advisors.away(engagement.id()).orElse(null));
    model.addAttribute("people", people(engagement));
    sharing(engagement, model);
    model.addAttribute(
        "parts",
        parts.stream()
            .filter(part -> access.may(part.permission(), engagement.organisation()))
            .toList());
    model.addAttribute("comments", comments.latest(engagement.id(), null, COMMENTS));
    documents(engagement, model);
    estimate(engagement, model);
    model.addAttribute("stages", stageNames());
    model.addAttribute(
        "said", words.answers(Questions.current(), journey.firstContact(engagement.id()), null));
    return "journey/engagement";
  }

  private void work(Engagement engagement, Model model) {
    var side = journey.mySide(engagement.id()).orElse(null);
    var steps = journey.steps(engagement.id());
    var next = NextStep.choose(steps, side).orElse(null);
    model.addAttribute("next", next);
    model.addAttribute("mine", next != null && next.who() == side);
    model.addAttribute("tasks", journey.tasks(engagement.id()));
    model.addAttribute(
        "others",
        steps.stream().filter(step -> step.task() == null && !step.equals(next)).toList());
  }

  private void sharing(Engagement engagement, Model model) {
    var organisation = engagement.organisation();
    model.addAttribute("late", engagement.closed() == null && words.late(engagement));
    model.addAttribute("consents", lookers(organisation));
    model.addAttribute("mayConsent", access.may("consent:manage", organisation));
    model.addAttribute("maySeeLooks", access.may("look:read", organisation));
  }

  // Partners that may look into the engagement today.
  private List<Consent> lookers(OrganisationId organisation) {
    return access.may("consent:read", organisation)
        ? consents.of(organisation).stream()
            .filter(one -> one.scopes().contains("engagement") && words.live(one))
            .toList()
        : List.of();
  }

  private void estimate(Engagement engagement, Model model) {
    if (engagement.closed() == null) {
      var estimate = estimates.estimate(engagement.id());
      model.addAttribute("estimated", picture.sentence(estimate));
      model.addAttribute(
          "estimate", picture.of(estimate, estimates.weeksSoFar(engagement.id()), false));
    }
  }

  private void documents(Engagement engagement, Model model) {
    var page = "/engagements/" + engagement.id().value() + "#documents";
    if (access.may("document:read", engagement.organisation())) {
      model.addAttribute("documents", documents.about(engagement.id()));
    }
    if (access.may("document:write", engagement.organisation())) {
      model.addAttribute("upload", documents.uploadForm(engagement.id(), page));
    }
  }

  private List<Member> people(Engagement engagement) {
    return access.may("member:read", engagement.organisation())
        ? identity.members(engagement.organisation())
        : List.of();
  }

  private static List<Choice> states() {
    return Arrays.stream(Engagement.State.values())
        .map(state -> Choice.key(state.code(), "journey.filter.state." + state.code()))
        .toList();
  }

  private static List<String> stageNames() {
    return Arrays.stream(Stage.values()).map(Stage::messageKey).toList();
  }
}
