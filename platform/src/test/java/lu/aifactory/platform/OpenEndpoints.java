package lu.aifactory.platform;

import java.util.List;

/// The short list of what anybody may call. Whoever adds a line says why in the handler's `@Open`.
final class OpenEndpoints {

  static final List<String> LIST =
      List.of(
          "GET /",
          "GET /api/intakes/{link}",
          "GET /api/use-case-definition",
          "GET /documents/authority.crt",
          "GET /error",
          "GET /first/{link}",
          "GET /invitations/{link}",
          "GET /languages",
          "GET /sign-in",
          "GET /start",
          "GET /start/{link}",
          "GET /start/{link}/account",
          "GET /start/{link}/check",
          "GET /start/{link}/later",
          "GET /start/{link}/{question}",
          "POST /api/intakes",
          "POST /api/intakes/{link}/account",
          "POST /api/tokens",
          "POST /first/{link}",
          "POST /invitations/{link}",
          "POST /start",
          "POST /start/{link}/account",
          "POST /start/{link}/{question}",
          "POST /start/{link}/{question}/later",
          "PUT /api/intakes/{link}/answers/{question}");

  private OpenEndpoints() {}
}
