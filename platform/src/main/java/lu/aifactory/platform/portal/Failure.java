package lu.aifactory.platform.portal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;

/// What an exception means to the outside: a status, a sentence and, where fields are to blame, which.
record Failure(int status, String key, List<?> arguments, List<Fault> faults) {

  private static final String UNREADABLE = "portal.problem.unreadable";

  Failure(int status, String key, Object... arguments) {
    this(status, key, List.of(arguments), List.of());
  }

  static Failure of(@Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> new Failure(500, "portal.problem.failed");
      case NotVisible _ -> ofStatus(404);
      case AccessDeniedException _ when Caller.signedIn().isPresent() -> ofStatus(403);
      case AccessDeniedException _ -> ofStatus(401);
      // Nobody said anything wrong: it could not be looked up.
      case InternalAuthenticationServiceException broken when broken.getCause() != null ->
          of(broken.getCause());
      case AuthenticationException _ -> ofStatus(401);
      case MaxUploadSizeExceededException _ -> ofStatus(413);
      case HttpMessageNotReadableException unread -> unreadable(unread);
      case MethodArgumentTypeMismatchException wrong ->
          new Failure(400, UNREADABLE, List.of(), List.of(misfit(wrong.getName())));
      case MissingServletRequestParameterException missing ->
          new Failure(
              400,
              UNREADABLE,
              List.of(),
              List.of(new Fault(missing.getParameterName(), "portal.fault.missing")));
      case BindException wrong ->
          new Failure(
              400,
              UNREADABLE,
              List.of(),
              wrong.getFieldErrors().stream().map(error -> misfit(error.getField())).toList());
      case ErrorResponse response -> ofStatus(response.getStatusCode().value());
      default -> ofStatus(databaseIsAway(thrown) ? 503 : cannotBeStored(thrown) ? 400 : 500);
    };
  }

  static Failure ofStatus(int status) {
    return new Failure(
        status,
        switch (status) {
          case 401 -> "portal.problem.sign-in";
          case 403 -> "portal.problem.forbidden";
          case 404 -> "portal.problem.not-found";
          case 405 -> "portal.problem.method";
          case 406 -> "portal.problem.not-acceptable";
          case 413 -> "portal.problem.too-large";
          case 415 -> "portal.problem.media-type";
          case 429 -> "portal.problem.too-many";
          case 503 -> "portal.problem.unavailable";
          default -> status < 500 ? UNREADABLE : "portal.problem.failed";
        });
  }

  /// Whether it is the factory's own doing, so that somebody has to look at it.
  boolean isOurs() {
    return status >= 500;
  }

  private static Fault misfit(String field) {
    return new Fault(field, "portal.fault.misfit");
  }

  private static Failure unreadable(HttpMessageNotReadableException unread) {
    var refused = BodyRefused.behind(unread);
    if (refused != null) return new Failure(refused.status(), refused.key());
    return unread.getCause() instanceof JacksonException wrong
        ? JsonFault.of(wrong)
        : ofStatus(400);
  }

  // Whatever it is wrapped into: by a template, the end of a transaction, or the driver itself.
  private static boolean databaseIsAway(Throwable thrown) {
    return causes(thrown).anyMatch(Failure::saysAway)
        // Classes 08 (connection) and 57P (shut down by somebody), and too many connections.
        || sqlStates(thrown)
            .anyMatch(state ->
                state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
  }

  private static boolean saysAway(Throwable cause) {
    return cause instanceof DataAccessResourceFailureException
        || cause instanceof NonTransientDataAccessResourceException
        || cause instanceof TransientDataAccessResourceException
        || cause instanceof CannotCreateTransactionException
        // The end of one: a driver that lost its connection names no state then.
        || cause instanceof TransactionSystemException
        || cause instanceof SQLTransientConnectionException;
  }

  // A text with the one character that no database holds.
  private static boolean cannotBeStored(Throwable thrown) {
    return sqlStates(thrown).anyMatch("22021"::equals);
  }

  // What the driver said, wherever among the causes.
  private static Stream<String> sqlStates(Throwable thrown) {
    return causes(thrown)
        .filter(SQLException.class::isInstance)
        .map(cause -> ((SQLException) cause).getSQLState())
        .filter(Objects::nonNull);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
  }
}
