package lu.aifactory.platform.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import lu.aifactory.platform.shared.Open;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What is shown when nothing else can be: what happened, what to do, and a reference to quote.
@Controller
class ErrorPages implements ErrorController {

  /// Set on a request whose form was too old to be trusted.
  static final String EXPIRED = ErrorPages.class.getName() + ".expired";

  /// Set on a request whose page must not ask the database for anything.
  static final String BARE = ErrorPages.class.getName() + ".bare";

  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

  private final Problems problems;

  ErrorPages(Problems problems) {
    this.problems = problems;
  }

  @Open("somebody who met an error may know about it")
  @RequestMapping("${server.error.path:/error}")
  Object show(HttpServletRequest request) {
    var failure = failure(request);
    var reference = Reference.of(request);
    if (failure.isOurs()) {
      log.error("{} on {}", reference, Place.of(request), thrown(request));
      request.setAttribute(BARE, true);
    }
    if (Problems.isApi(request)) {
      var problem =
          problems.of(failure.status(), failure.key(), failure.arguments(), failure.faults());
      return ResponseEntity.status(failure.status())
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(failure.isOurs() ? problem.withReference(reference) : problem);
    }
    var page = new ModelAndView("portal/error");
    page.addObject("status", failure.status());
    page.addObject("kind", kind(request, failure.status()));
    page.addObject("reference", reference.text());
    page.setStatus(HttpStatusCode.valueOf(failure.status()));
    return page;
  }

  /// What went wrong with the request for which an error page is made.
  static Failure failure(HttpServletRequest request) {
    var thrown = thrown(request);
    var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return thrown == null ? Failure.ofStatus(code == null ? 404 : code) : Failure.of(thrown);
  }

  private static @Nullable Throwable thrown(HttpServletRequest request) {
    return (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
  }

  private static String kind(HttpServletRequest request, int status) {
    if (request.getAttribute(EXPIRED) != null) return "portal.error.expired";
    return switch (status) {
      case 401, 403 -> "portal.error.forbidden";
      case 404, 405, 410 -> "portal.error.not-found";
      case 413 -> "portal.error.too-large";
      case 429 -> "portal.error.too-many";
      case 503 -> "portal.error.unavailable";
      default -> status < 500 ? "portal.error.unreadable" : "portal.error.failed";
    };
  }
}
