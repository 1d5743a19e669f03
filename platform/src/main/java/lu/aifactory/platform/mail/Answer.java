package lu.aifactory.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.SocketTimeoutException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// What the server meant.
sealed interface Answer {

  /// In the server's words.
  String text();

  /// It took the letter.
  record Taken(String text) implements Answer {}

  /// It will never take this letter.
  record Never(String text) implements Answer {}

  /// It does not take this letter now.
  record Later(String text) implements Answer {}

  /// It takes nothing at all now, or the line broke. Whether it took the letter is then not known.
  record Down(String text) implements Answer {}

  /// Closing, or not without encryption or a password: that is said to all letters.
  Set<Integer> SAID_TO_ALL = Set.of(421, 454, 530, 534, 535, 538);

  /// Of an attempt that failed.
  static Answer of(MessagingException failed) {
    var code = code(failed);
    var text = Lines.answer(text(failed));
    if (code < 400 || SAID_TO_ALL.contains(code)) return new Down(text);
    if (code < 500) return new Later(text);
    // A sender that is not let in is a setting to mend, and no reason to give letters up.
    return isAboutTheSender(failed) ? new Down(text) : new Never(text);
  }

  private static boolean isAboutTheSender(MessagingException failed) {
    for (Exception one = failed; one != null; one = next(one)) {
      if (one instanceof SMTPSenderFailedException) return true;
    }
    return false;
  }

  // The most precise is the innermost: the refused address in the failed sending.
  private static int code(MessagingException failed) {
    var code = 0;
    for (Exception one = failed; one != null; one = next(one)) {
      code =
          switch (one) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException sending -> sending.getReturnCode();
            default -> code;
          };
    }
    return code;
  }

  private static String text(MessagingException failed) {
    var text = "";
    for (Exception one = failed; one != null; one = next(one)) {
      var said = one.getMessage();
      var precise =
          one instanceof SMTPAddressFailedException
              || one instanceof SMTPSenderFailedException
              || text.isEmpty()
              || !(one instanceof SendFailedException);
      if (said != null && !said.isBlank() && precise) {
        text = one instanceof SocketTimeoutException ? "no answer in time: " + said : said;
      }
    }
    return failed instanceof AuthenticationFailedException && text.isBlank()
        ? "wrong user or password"
        : text;
  }

  private static @Nullable Exception next(Exception one) {
    if (one instanceof MessagingException mail) return mail.getNextException();
    return one.getCause() instanceof Exception cause && cause != one ? cause : null;
  }
}
