package lu.aifactory.platform.identity;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Fallback;

/// Keeps the mail that would have been sent, or is out of order. Who asks for the real one gets that.
@TestComponent
@Fallback
public class Mailbox implements PersonalMail {

  private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
  private volatile boolean available = true;
  private volatile long delay;

  record Mail(AccountId account, String message, String link) {}

  @Override
  public boolean available() {
    return available;
  }

  @Override
  public void send(AccountId account, String message, List<String> arguments, String link) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    mails.add(new Mail(account, message, link));
  }

  void takes(long milliseconds) {
    delay = milliseconds;
  }

  void outOfOrder(boolean out) {
    available = !out;
  }

  /// The next mail to somebody, or null when none comes.
  @Nullable Mail next(AccountId account, int milliseconds) {
    try {
      while (true) {
        var mail = mails.poll(milliseconds, TimeUnit.MILLISECONDS);
        if (mail == null || mail.account().equals(account)) return mail;
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
