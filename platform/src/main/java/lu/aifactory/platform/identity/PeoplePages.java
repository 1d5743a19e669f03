package lu.aifactory.platform.identity;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who belongs to an organisation, whom it lets look at its case, and who has looked.
@Controller
@RequestMapping("/organisations/{organisation}")
class PeoplePages {

  private static final int SHORT_LOOKS = 200;
  private static final int CONSENT_DAYS = 90;

  private final Identity identity;
  private final Invitations invitations;
  private final Administration administration;
  private final Consents consents;
  private final Looks looks;
  private final Access access;

  PeoplePages(
      Identity identity,
      Invitations invitations,
      Administration administration,
      Consents consents,
      Looks looks,
      Access access) {
    this.identity = identity;
    this.invitations = invitations;
    this.administration = administration;
    this.consents = consents;
    this.looks = looks;
    this.access = access;
  }

  @Needs("member:read")
  @GetMapping("/people")
  String people(@PathVariable UUID organisation, Model model) {
    return showPeople(new OrganisationId(organisation), newInvitation(), null, model);
  }

  @Needs("member:invite")
  @PostMapping("/people")
  String invite(
      @PathVariable UUID organisation,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var id = new OrganisationId(organisation);
    var form = Form.of(typed);
    return switch (invitations.inviteInto(id, draft(form))) {
      case Done(var sent) -> {
        model.addAttribute("mailed", sent.mailed());
        yield showPeople(id, newInvitation(), InvitationLink.of(sent.secret()), model);
      }
      case Refused(var why) -> showPeople(id, form.with(why), null, model);
    };
  }

  @Needs("member:invite")
  @PostMapping("/invitations/{invitation}/revoke")
  String revokeInvitation(@PathVariable UUID organisation, @PathVariable UUID invitation) {
    invitations.revoke(new InvitationId(invitation));
    return "redirect:/organisations/" + organisation + "/people";
  }

  @Needs("member:remove")
  @PostMapping("/people/{account}/remove")
  String remove(@PathVariable UUID organisation, @PathVariable UUID account, Model model) {
    var id = new OrganisationId(organisation);
    return switch (administration.remove(id, new AccountId(account))) {
      case Done(var removed) -> "redirect:/organisations/" + organisation + "/people";
      case Refused(var why) -> showPeople(id, newInvitation().with(why), null, model);
    };
  }

  @Needs("consent:read")
  @GetMapping("/consents")
  String consents(@PathVariable UUID organisation, Model model) {
    return showConsents(new OrganisationId(organisation), newConsent(), model);
  }

  @Needs("consent:manage")
  @PostMapping("/consents")
  String grant(
      @PathVariable UUID organisation,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var id = new OrganisationId(organisation);
    var form = Form.of(typed);
    var grant =
        new Consents.Grant(
            form.id(),
            form.value("partner"),
            form.all("scopes"),
            form.value("purpose"),
            day(form.value("until")));
    return switch (consents.grant(id, grant)) {
      case Done(var granted) -> "redirect:/organisations/" + organisation + "/consents";
      case Refused(var why) -> showConsents(id, form.with(why), model);
    };
  }

  @Needs("consent:manage")
  @PostMapping("/consents/{consent}/revoke")
  String revokeConsent(@PathVariable UUID organisation, @PathVariable UUID consent) {
    consents.revoke(new ConsentId(consent));
    return "redirect:/organisations/" + organisation + "/consents";
  }

  @Needs("look:read")
  @GetMapping("/looks")
  String looks(@PathVariable UUID organisation, Model model) {
    var id = new OrganisationId(organisation);
    model.addAttribute("organisation", organisation);
    model.addAttribute("name", identity.nameOf(id).orElse(""));
    model.addAttribute("looks", looks.at(id, SHORT_LOOKS));
    return "identity/looks";
  }

  private String showPeople(OrganisationId id, Form form, @Nullable String secret, Model model) {
    model.addAttribute("organisation", id.value());
    model.addAttribute("name", identity.nameOf(id).orElse(""));
    model.addAttribute("members", identity.members(id));
    model.addAttribute("invitations", invitations.into(id));
    model.addAttribute("mayInvite", access.may("member:invite", id));
    model.addAttribute("mayRemove", access.may("member:remove", id));
    model.addAttribute("form", form);
    model.addAttribute("secret", secret);
    model.addAttribute("languages", SignInPages.languages());
    model.addAttribute(
        "roles",
        List.of(
            Choice.key("organisation-member", "identity.role.organisation-member"),
            Choice.key("organisation-owner", "identity.role.organisation-owner")));
    return "identity/people";
  }

  private String showConsents(OrganisationId id, Form form, Model model) {
    model.addAttribute("organisation", id.value());
    model.addAttribute("name", identity.nameOf(id).orElse(""));
    model.addAttribute("consents", consents.of(id));
    model.addAttribute("mayGrant", access.may("consent:manage", id));
    model.addAttribute("form", form);
    model.addAttribute(
        "partners",
        consents.partners().stream().map(p -> Choice.text(p.code(), p.name())).toList());
    model.addAttribute(
        "scopes",
        consents.scopes().stream()
            .map(scope -> Choice.key(scope, "identity.scope." + scope))
            .toList());
    return "identity/consents";
  }

  private static Invitations.Draft draft(Form form) {
    return new Invitations.Draft(
        form.id(), form.value("email"), form.value("role"), form.value("language"), null);
  }

  private static Form newInvitation() {
    return Form.empty()
        .with("id", UUID.randomUUID())
        .with("role", "organisation-member")
        .with("language", "fr");
  }

  private static Form newConsent() {
    return Form.empty()
        .with("id", UUID.randomUUID())
        .with("until", LocalDate.now(ZoneOffset.UTC).plusDays(CONSENT_DAYS));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }
}
