package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Why somebody goes to the provider. A link that does more than sign in carries a ticket that works once and only in the
/// session for whose page it was made, so that no foreign page can send somebody on that way.
@Component
class ProviderTickets {

  /// What is done when they come back.
  enum Purpose {
    SIGN_IN,
    LINK,
    CONFIRM,
    INVITATION;

    static Purpose of(String text) {
      for (var purpose : values()) {
        if (purpose.code().equals(text)) return purpose;
      }
      return SIGN_IN;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final String TICKET = "identity.ticket.";
  private static final String DETAIL = "identity.ticket-detail.";

  /// A ticket for one way there and back.
  ///
  /// @param detail what is needed at the end: the page to go on to, the account to link, the invitation's link
  String fresh(Purpose purpose, String detail, HttpServletRequest request) {
    var ticket = Secret.fresh("").text();
    var session = request.getSession();
    session.setAttribute(TICKET + purpose.code(), ticket);
    session.setAttribute(DETAIL + purpose.code(), detail);
    return ticket;
  }

  /// The detail behind a ticket, once.
  Optional<String> take(Purpose purpose, String ticket, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null) return Optional.empty();
    var expected = session.getAttribute(TICKET + purpose.code());
    var detail = session.getAttribute(DETAIL + purpose.code());
    session.removeAttribute(TICKET + purpose.code());
    session.removeAttribute(DETAIL + purpose.code());
    return ticket.equals(expected) && detail instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
