package lu.aifactory.platform.mail;

import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.InvitationMail;
import lu.aifactory.platform.identity.PersonalMail;
import org.springframework.stereotype.Component;

/// The letters that `identity` has to send and, standing before this room, asks for through its ports.
final class IdentityLetters {

  private IdentityLetters() {}

  /// To people about their own account.
  @Component
  static class Personal implements PersonalMail {

    private final Mail mail;

    Personal(Mail mail) {
      this.mail = mail;
    }

    @Override
    public boolean available() {
      return mail.available();
    }

    @Override
    public void send(AccountId account, String message, List<String> arguments, String link) {
      mail.send(account, Letter.of(Letter.Kind.PERSONAL, message, arguments, link));
    }
  }

  /// To people who are invited.
  @Component
  static class Invitations implements InvitationMail {

    private final Mail mail;

    Invitations(Mail mail) {
      this.mail = mail;
    }

    @Override
    public boolean available() {
      return mail.available();
    }

    @Override
    public void send(
        String address, Locale language, String message, List<String> arguments, String link) {
      mail.send(
          Addressee.of(address, language),
          Letter.of(Letter.Kind.INVITATION, message, arguments, link));
    }
  }
}
