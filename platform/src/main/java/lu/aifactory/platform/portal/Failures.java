package lu.aifactory.platform.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Turns every exception of a handler into a problem for programs, and into the right error page for people.
@ControllerAdvice
@Order(0)
class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private final Problems problems;

  Failures(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Problem> failed(
      Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
    var failure = Failure.of(thrown);
    if (!Problems.isApi(request)) {
      // Thrown on to Spring Security, which asks visitors to sign in, or to the container's log and
      // error page.
      if (failure.status() == 401 || failure.status() == 403 || failure.status() == 500)
        throw thrown;
      if (failure.isOurs()) log.error("{} failed", Place.of(request), thrown);
      response.sendError(failure.status());
      return null;
    }
    var problem =
        problems.of(failure.status(), failure.key(), failure.arguments(), failure.faults());
    if (failure.isOurs()) {
      var reference = Reference.of(request);
      log.error("{} on {}", reference, Place.of(request), thrown);
      problem = problem.withReference(reference);
    }
    var answer = ResponseEntity.status(failure.status());
    // For example Allow, with a method that is not supported.
    if (thrown instanceof ErrorResponse said) answer.headers(said.getHeaders());
    if (failure.status() == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    if (failure.status() == 503) answer.header(HttpHeaders.RETRY_AFTER, "10");
    return answer
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Objects.requireNonNull(problem));
  }
}
