package lu.aifactory.platform.mail;

import lu.aifactory.platform.shared.Refusal;

/// Why something was not done with a letter.
sealed interface MailRefusal extends Refusal {

  /// It is over, or in the server's hands at this moment.
  record Over() implements MailRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "mail.refusal.over";
    }
  }

  /// The settings name no mail server.
  record NoServer() implements MailRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "mail.refusal.no-server";
    }
  }
}
