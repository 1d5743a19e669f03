package lu.aifactory.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The way to the mail server, as the settings say.
final class SmtpDoor {

  private final MailSettings settings;
  private final String ourName;
  private final @Nullable SSLSocketFactory trusting;

  /// @param ourName how we introduce ourselves; asking the machine for its name may take long
  SmtpDoor(MailSettings settings, String ourName, @Nullable SSLSocketFactory trusting) {
    this.settings = settings;
    this.ourName = ourName;
    this.trusting = trusting;
  }

  /// An open line to the server. `utf8` is for addresses in other letters than ASCII.
  Transport open(boolean utf8) throws MessagingException {
    var transport = Session.getInstance(properties(utf8)).getTransport("smtp");
    transport.connect(settings.host(), settings.port(), settings.user(), password());
    return transport;
  }

  private Properties properties(boolean utf8) {
    var properties = new Properties();
    var millis = Long.toString(settings.timeout().toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.localhost", ourName);
    properties.put("mail.smtp.from", settings.from());
    properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.tlsFromTheStart()));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
    properties.put("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.mime.allowutf8", Boolean.toString(utf8));
    if (trusting != null) properties.put("mail.smtp.ssl.socketFactory", trusting);
    return properties;
  }

  // Read each time, so that a new password needs no restart.
  private @Nullable String password() throws MessagingException {
    var file = settings.passwordFile();
    if (file == null) return null;
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new MessagingException("aifactory.mail.password-file cannot be read", unreadable);
    }
  }
}
