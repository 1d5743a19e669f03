package lu.aifactory.platform.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Accounts and the permission table, for administrators and auditors.
@Controller
class AdministrationPages {

  private final Administration administration;
  private final Invitations invitations;
  private final Consents consents;
  private final PermissionTable permissions;
  private final CurrentPerson current;

  AdministrationPages(
      Administration administration,
      Invitations invitations,
      Consents consents,
      PermissionTable permissions,
      CurrentPerson current) {
    this.administration = administration;
    this.invitations = invitations;
    this.consents = consents;
    this.permissions = permissions;
    this.current = current;
  }

  @Needs("account:read")
  @GetMapping("/accounts")
  String accounts(
      @Listing(
              sorts = {"name", "created"},
              filters = "role")
          ListQuery query,
      Model model) {
    return show(query, newInvitation(), null, model);
  }

  @Needs("account:manage")
  @PostMapping("/accounts")
  String invite(@RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    var draft =
        new Invitations.Draft(
            form.id(),
            form.value("email"),
            form.value("role"),
            form.value("language"),
            form.value("partner"));
    return switch (invitations.invite(draft)) {
      case Done(var sent) -> {
        model.addAttribute("mailed", sent.mailed());
        yield show(
            ListQuery.first("name"), newInvitation(), InvitationLink.of(sent.secret()), model);
      }
      case Refused(var why) -> show(ListQuery.first("name"), form.with(why), null, model);
    };
  }

  @Needs("account:manage")
  @PostMapping("/accounts/{account}/enabled")
  String enable(@PathVariable UUID account, @RequestParam boolean enabled, Model model) {
    return after(administration.enable(new AccountId(account), enabled), model);
  }

  @Needs("account:manage")
  @PostMapping("/accounts/{account}/roles")
  String giveRole(@PathVariable UUID account, @RequestParam String role, Model model) {
    return after(administration.giveRole(new AccountId(account), role), model);
  }

  @Needs("account:manage")
  @PostMapping("/accounts/{account}/roles/{role}/take")
  String takeRole(@PathVariable UUID account, @PathVariable String role, Model model) {
    return after(administration.takeRole(new AccountId(account), role), model);
  }

  @Needs("account:manage")
  @PostMapping("/accounts/invitations/{invitation}/revoke")
  String revoke(@PathVariable UUID invitation) {
    invitations.revokeOfTheFactory(invitation);
    return "redirect:/accounts";
  }

  @Needs("account:read")
  @GetMapping("/permissions")
  String permissions(Model model) {
    model.addAttribute("roles", Role.values());
    model.addAttribute("rows", permissions.rows());
    return "identity/permissions";
  }

  private String after(Outcome<AccountId> outcome, Model model) {
    return switch (outcome) {
      case Done(var account) -> "redirect:/accounts";
      case Refused(var why) ->
          show(ListQuery.first("name"), newInvitation().with(why), null, model);
    };
  }

  private String show(ListQuery query, Form form, @Nullable String secret, Model model) {
    var manages = current.get().is(Role.ADMINISTRATOR);
    model.addAttribute("page", administration.accounts(query));
    model.addAttribute("form", form);
    model.addAttribute("secret", secret);
    model.addAttribute("manages", manages);
    model.addAttribute("invitations", manages ? invitations.ofTheFactory() : List.of());
    model.addAttribute("languages", SignInPages.languages());
    model.addAttribute("roles", factoryRoles());
    model.addAttribute(
        "allRoles",
        Arrays.stream(Role.values())
            .map(role -> Choice.key(role.code(), "identity.role." + role.code()))
            .toList());
    model.addAttribute(
        "partners",
        consents.partners().stream().map(p -> Choice.text(p.code(), p.name())).toList());
    return "identity/accounts";
  }

  private static List<Choice> factoryRoles() {
    return Arrays.stream(Role.values())
        .filter(role -> !role.inOrganisation())
        .map(role -> Choice.key(role.code(), "identity.role." + role.code()))
        .toList();
  }

  private static Form newInvitation() {
    return Form.of(Map.of()).with("id", UUID.randomUUID()).with("language", "en");
  }
}
