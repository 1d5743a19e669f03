package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.ProviderTickets.Purpose;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The way to the provider and back: to sign in, to link it to an account, to prove once more who one is, or to accept an
/// invitation.
@Controller
class ProviderPages {

  private static final Logger log = LoggerFactory.getLogger(ProviderPages.class);
  private static final String COME_IN = "people must be able to come in";
  private static final String LINK_PAGE = "/account/security/provider";
  private static final String PURPOSE = "purpose";
  private static final String DETAIL = "detail";

  private final HttpSessionOAuth2AuthorizationRequestRepository asked =
      new HttpSessionOAuth2AuthorizationRequestRepository();

  private final Provider provider;
  private final ProviderTickets tickets;
  private final OutsideIdentities outside;
  private final Invitations invitations;
  private final Arrivals arrivals;
  private final Sessions sessions;
  private final CurrentPerson current;
  private final Clock clock;

  ProviderPages(
      Provider provider,
      ProviderTickets tickets,
      OutsideIdentities outside,
      Invitations invitations,
      Arrivals arrivals,
      Sessions sessions,
      CurrentPerson current,
      Clock clock) {
    this.provider = provider;
    this.tickets = tickets;
    this.outside = outside;
    this.invitations = invitations;
    this.arrivals = arrivals;
    this.sessions = sessions;
    this.current = current;
    this.clock = clock;
  }

  @Open(COME_IN)
  @GetMapping("/sign-in/provider")
  ModelAndView go(
      @RequestParam(name = "for", defaultValue = "") String why,
      @RequestParam(defaultValue = "") String ticket,
      HttpServletRequest request,
      HttpServletResponse response) {
    var purpose = Purpose.of(why);
    var detail =
        purpose == Purpose.SIGN_IN ? Optional.of("") : tickets.take(purpose, ticket, request);
    if (detail.isEmpty()) return refused(IdentityRefusal.PROVIDER_WRONG);
    try {
      var question = provider.asks(request, purpose == Purpose.CONFIRM);
      if (question.isEmpty()) return new ModelAndView("redirect:/sign-in");
      var kept =
          OAuth2AuthorizationRequest.from(question.get())
              .attributes(
                  more -> more.putAll(Map.of(PURPOSE, purpose.name(), DETAIL, detail.get())))
              .build();
      asked.saveAuthorizationRequest(kept, request, response);
      var away = new RedirectView(kept.getAuthorizationRequestUri());
      away.setExpandUriTemplateVariables(false);
      return new ModelAndView(away);
    } catch (ProviderAway away) {
      return away(away);
    }
  }

  @Open(COME_IN)
  @GetMapping("/sign-in/back")
  ModelAndView back(HttpServletRequest request, HttpServletResponse response) {
    var question = asked.removeAuthorizationRequest(request, response);
    if (question == null) return refused(IdentityRefusal.PROVIDER_WRONG);
    try {
      var known = provider.answers(request, question);
      var purpose = Purpose.valueOf(kept(question, PURPOSE));
      return went(known, purpose, kept(question, DETAIL), request, response);
    } catch (OAuth2AuthenticationException wrong) {
      log.info("A sign-in by the provider was refused: {}", wrong.getError().getErrorCode());
      return refused(IdentityRefusal.PROVIDER_WRONG);
    } catch (ProviderAway away) {
      return away(away);
    }
  }

  private static String kept(OAuth2AuthorizationRequest question, String name) {
    return String.valueOf(question.getAttributes().get(name));
  }

  private ModelAndView went(
      KnownOutside known,
      Purpose purpose,
      String detail,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (purpose) {
      case SIGN_IN -> in(outside.owner(known), known, "", request, response);
      case LINK -> link(known, detail, request);
      case CONFIRM -> confirm(known, detail, request);
      case INVITATION -> invited(known, detail, request, response);
    };
  }

  private ModelAndView in(
      Outcome<Person> owner,
      KnownOutside known,
      String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (owner) {
      case Refused(var why) -> refused(why);
      case Done(var person) ->
          switch (arrivals.after(person, How.PROVIDER, known.severalFactors(), request, response)) {
            case Arrivals.Next.In(var before) ->
                new ModelAndView("redirect:" + (to.isEmpty() ? before : to));
            case Arrivals.Next.Code() -> new ModelAndView("redirect:/sign-in/code");
            case Arrivals.Next.Passkey() -> refused(IdentityRefusal.USE_PASSKEY);
          };
    };
  }

  private ModelAndView link(KnownOutside known, String account, HttpServletRequest request) {
    if (!sessions.isFresh(request)) return new ModelAndView(ConfirmPages.before(LINK_PAGE));
    if (current.find().map(person -> !named(person).equals(account)).orElse(true)) {
      return refused(IdentityRefusal.PROVIDER_WRONG);
    }
    return switch (outside.link(known)) {
      case Done(var linked) -> new ModelAndView("redirect:/account/security?saved=provider");
      case Refused(var why) -> refused(why);
    };
  }

  private ModelAndView confirm(KnownOutside known, String next, HttpServletRequest request) {
    var proved =
        outside.owner(known) instanceof Done(var owner)
            && current.find().map(person -> person.id().equals(owner.id())).orElse(false)
            && Provider.isFresh(known, clock.instant());
    if (!proved) return refused(IdentityRefusal.PROVIDER_WRONG);
    sessions.proved(request, known.severalFactors());
    return new ModelAndView("redirect:" + ConfirmPages.checked(next));
  }

  private ModelAndView invited(
      KnownOutside known, String link, HttpServletRequest request, HttpServletResponse response) {
    var owner = outside.owner(known);
    // Whoever has an account joins with it.
    if (owner instanceof Done<?>) {
      return in(owner, known, "/invitations/" + link, request, response);
    }
    var from = new Invitations.From(request.getRemoteAddr());
    return switch (invitations.acceptBy(new Secret(link), known, from)) {
      case Done(var account) -> {
        sessions.begin(account, How.PROVIDER, known.severalFactors(), request, response);
        yield new ModelAndView("redirect:/");
      }
      case Refused(var why) -> refused(why);
    };
  }

  @Needs("profile:write")
  @GetMapping(LINK_PAGE)
  String linkPage(Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) return ConfirmPages.before(LINK_PAGE);
    return showLinks(null, model, request);
  }

  @Needs("profile:write")
  @PostMapping(LINK_PAGE + "/{identity}/unlink")
  String unlink(@PathVariable UUID identity, Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) return ConfirmPages.before(LINK_PAGE);
    return switch (outside.unlink(new OutsideIdentityId(identity))) {
      case Done(var account) -> "redirect:/account/security?saved=provider";
      case Refused(var why) -> showLinks(why, model, request);
    };
  }

  private String showLinks(@Nullable Refusal why, Model model, HttpServletRequest request) {
    model.addAttribute("form", why == null ? Form.empty() : Form.empty().with(why));
    model.addAttribute("outside", outside.mine());
    model.addAttribute("provider", provider.name().orElse(null));
    model.addAttribute("ticket", tickets.fresh(Purpose.LINK, named(current.get()), request));
    return "identity/provider";
  }

  private static String named(Person person) {
    return person.id().value().toString();
  }

  private static ModelAndView away(ProviderAway away) {
    log.warn("The provider of sign-ins is away: {}", away.getMessage());
    return refused(IdentityRefusal.PROVIDER_AWAY);
  }

  private static ModelAndView refused(Refusal refusal) {
    return new ModelAndView("identity/provider-refused", Map.of("why", refusal));
  }
}
