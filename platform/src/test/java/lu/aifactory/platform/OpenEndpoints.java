package lu.aifactory.platform;

import java.util.List;

/// The short list of what anybody may call. Whoever adds a line says why in the handler's `@Open`.
final class OpenEndpoints {

  static final List<String> LIST =
      List.of(
          "GET /",
          "GET /error",
          "GET /first/{link}",
          "GET /invitations/{link}",
          "GET /languages",
          "GET /sign-in",
          "POST /api/tokens",
          "POST /first/{link}",
          "POST /invitations/{link}");

  private OpenEndpoints() {}
}
