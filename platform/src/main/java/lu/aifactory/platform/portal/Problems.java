package lu.aifactory.platform.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says what went wrong as a [Problem], for refusals and for everything that has a message key.
@Component
class Problems {

  private final Texts texts;
  private final JsonMapper json;

  Problems(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  static boolean isApi(HttpServletRequest request) {
    var path = (String) request.getAttribute("jakarta.servlet.error.request_uri");
    return (path == null ? request.getRequestURI() : path)
        .startsWith(request.getContextPath() + "/api/");
  }

  Problem of(Refusal why) {
    return of(why.kind().status(), why.message(), why.arguments(), why.faults());
  }

  Problem of(int status, String key, List<?> arguments, List<Fault> faults) {
    return in(LocaleContextHolder.getLocale(), status, key, arguments, faults);
  }

  Problem in(Locale language, int status, String key, List<?> arguments, List<Fault> faults) {
    return new Problem(
        "/problems/" + key,
        texts.in(language, title(status), List.of()),
        status,
        texts.in(language, key, arguments),
        faults.stream()
            .map(fault ->
                new Problem.FieldError(
                    fault.field(), texts.in(language, fault.message(), fault.arguments())))
            .toList(),
        null);
  }

  /// Answers from a filter, before any handler was found.
  void send(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String key,
      Object... arguments)
      throws IOException {
    var problem =
        in(new Languages().resolveLocale(request), status, key, List.of(arguments), List.of());
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "portal.problem.title.unreadable";
      case 401 -> "portal.problem.title.sign-in";
      case 403 -> "portal.problem.title.forbidden";
      case 404 -> "portal.problem.title.not-found";
      case 409 -> "portal.problem.title.conflict";
      case 410 -> "portal.problem.title.gone";
      case 413 -> "portal.problem.title.too-large";
      case 422 -> "portal.problem.title.invalid";
      case 429 -> "portal.problem.title.too-many";
      case 503 -> "portal.problem.title.unavailable";
      default -> status < 500 ? "portal.problem.title.unsupported" : "portal.problem.title.failed";
    };
  }
}
