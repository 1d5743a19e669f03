package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class FailureTests {

  @ParameterizedTest
  @MethodSource
  void aDatabaseThatIsAwayIsRecognisedInWhateverItIsWrapped(Exception thrown) {
    assertThat(Failure.of(thrown).status()).isEqualTo(503);
  }

  static Stream<Exception> aDatabaseThatIsAwayIsRecognisedInWhateverItIsWrapped() {
    var away = new CannotCreateTransactionException("no connection");
    return Stream.of(
        away,
        new IllegalStateException("a template failed", away),
        new ServletException(new InternalAuthenticationServiceException("no account", away)),
        new InternalAuthenticationServiceException("no account", away),
        new DataAccessResourceFailureException("away"),
        new TransactionSystemException("no commit", new SQLException("cut off", "08006")),
        new TransactionSystemException("no rollback", new SQLException("Connection is closed")),
        new IllegalStateException(new SQLException("shutting down", "57P01")),
        new IllegalStateException(new SQLException("too many clients", "53300")),
        new IllegalStateException(new SQLTransientConnectionException("timed out")));
  }

  @ParameterizedTest
  @MethodSource
  void nothingElseIsTakenForIt(Exception thrown, int status) {
    assertThat(Failure.of(thrown).status()).isEqualTo(status);
  }

  static Stream<Arguments> nothingElseIsTakenForIt() {
    return Stream.of(
        Arguments.of(new BadCredentialsException("wrong"), 401),
        Arguments.of(new DuplicateKeyException("twice"), 500),
        Arguments.of(new IllegalStateException(new SQLException("syntax", "42601")), 500));
  }
}
