package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;

/// What a browser was asked to do with a passkey, kept in its session until it answers: each question is good for one
/// answer.
@Component
class Ceremonies {

  private static final String CREATION = "identity.passkey.creation";
  private static final String REQUEST = "identity.passkey.request";

  private final RelyingParty party;

  Ceremonies(RelyingParty party) {
    this.party = party;
  }

  ResponseEntity<String> ask(
      PublicKeyCredentialCreationOptions options, HttpServletRequest request) {
    request.getSession().setAttribute(CREATION, options);
    return json(options);
  }

  ResponseEntity<String> ask(
      PublicKeyCredentialRequestOptions options, HttpServletRequest request) {
    request.getSession().setAttribute(REQUEST, options);
    return json(options);
  }

  Optional<PublicKeyCredentialCreationOptions> takeCreation(HttpServletRequest request) {
    return take(CREATION, PublicKeyCredentialCreationOptions.class, request);
  }

  Optional<PublicKeyCredentialRequestOptions> takeRequest(HttpServletRequest request) {
    return take(REQUEST, PublicKeyCredentialRequestOptions.class, request);
  }

  private ResponseEntity<String> json(Object options) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(party.json(options));
  }

  private static <T> Optional<T> take(String name, Class<T> type, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null) return Optional.empty();
    var held = session.getAttribute(name);
    session.removeAttribute(name);
    return type.isInstance(held) ? Optional.of(type.cast(held)) : Optional.empty();
  }
}
