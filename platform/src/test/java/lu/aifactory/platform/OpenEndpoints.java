package lu.aifactory.platform;

import java.util.List;

/// The short list of what anybody may call. Whoever adds a line says why in the handler's `@Open`.
final class OpenEndpoints {

  static final List<String> LIST =
      List.of(
          "GET /",
          "GET /accessibility",
          "GET /api/intakes/{link}",
          "GET /api/notices/mail/stop/{link}",
          "GET /api/use-case-definition",
          "GET /documents/authority.crt",
          "GET /error",
          "GET /feedback",
          "GET /feedback/thanks",
          "GET /first/{link}",
          "GET /forgotten",
          "GET /invitations/{link}",
          "GET /languages",
          "GET /notices/mail/stop/{link}",
          "GET /organisations/new",
          "GET /reset/{link}",
          "GET /sign-in",
          "GET /sign-in/back",
          "GET /sign-in/code",
          "GET /sign-in/provider",
          "GET /start",
          "GET /start/{link}",
          "GET /start/{link}/account",
          "GET /start/{link}/check",
          "GET /start/{link}/later",
          "GET /start/{link}/{question}",
          "POST /api/feedback",
          "POST /api/intakes",
          "POST /api/intakes/{link}/account",
          "POST /api/notices/mail/stop/{link}",
          "POST /api/organisations",
          "POST /api/tokens",
          "POST /feedback",
          "POST /first/{link}",
          "POST /forgotten",
          "POST /invitations/{link}",
          "POST /notices/mail/stop/{link}",
          "POST /organisations/new",
          "POST /reset/{link}",
          "POST /sign-in",
          "POST /sign-in/code",
          "POST /sign-in/passkey",
          "POST /sign-in/passkey/options",
          "POST /start",
          "POST /start/{link}/account",
          "POST /start/{link}/{question}",
          "POST /start/{link}/{question}/later",
          "PUT /api/intakes/{link}/answers/{question}");

  private OpenEndpoints() {}
}
