package lu.aifactory.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import lu.aifactory.platform.portal.Factory;
import lu.aifactory.platform.portal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Words a letter in its reader's language and puts it into the form that mail servers carry: plain text and HTML that
/// say the same, and the appointment where there is one.
@Component
class LetterWriter {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSettings settings;
  private final Factory factory;
  private final Texts texts;
  private final ITemplateEngine templates;

  LetterWriter(MailSettings settings, Factory factory, Texts texts, ITemplateEngine templates) {
    this.settings = settings;
    this.factory = factory;
    this.texts = texts;
    this.templates = templates;
  }

  /// What the factory is called in a language.
  String factoryName(Locale language) {
    var name = factory.name();
    return name != null && !name.isBlank()
        ? Lines.one(name)
        : texts.in(language, "portal.brand.name", List.of())
            + " "
            + texts.in(language, "portal.brand.tail", List.of());
  }

  WordedLetter worded(Addressee to, Letter letter) {
    var language = to.language();
    var said = texts.in(language, letter.message(), letter.arguments());
    var name = Lines.one(to.name());
    return new WordedLetter(
        language,
        factoryName(language),
        Lines.subject(said),
        name.isEmpty()
            ? texts.in(language, "mail.letter.greeting", List.of())
            : texts.in(language, "mail.letter.greeting.name", List.of(name)),
        said.lines().filter(line -> !line.isBlank()).toList(),
        whole(letter.link()),
        letter.sections().stream().map(section -> worded(language, section)).toList(),
        texts.in(language, "mail.foot." + letter.kind().code(), List.of()),
        whole(letter.settings()));
  }

  private WordedLetter.Section worded(Locale language, Letter.Section section) {
    return new WordedLetter.Section(
        texts.in(language, section.heading(), section.arguments()),
        section.lines().stream()
            .map(line ->
                new WordedLetter.Line(
                    Lines.one(texts.in(language, line.message(), line.arguments())),
                    whole(line.link())))
            .toList());
  }

  private @Nullable String whole(@Nullable String link) {
    return link == null ? null : factory.at(link);
  }

  String html(WordedLetter worded) {
    var context = new Context(worded.language());
    context.setVariable("letter", worded);
    return templates.process("mail/letter", context);
  }

  String plain(WordedLetter worded) {
    return worded.plain(
        texts.in(worded.language(), "mail.letter.open", List.of()),
        texts.in(worded.language(), "mail.letter.settings", List.of()));
  }

  /// @throws MessagingException when the address is none
  MimeMessage message(LetterId id, Addressee to, Letter letter, Instant now)
      throws MessagingException {
    var worded = worded(to, letter);
    var message = new Stamped(id, host());
    message.setFrom(from(worded.factory()));
    message.setRecipient(Message.RecipientType.TO, Addresses.of(to.address(), to.name()));
    message.setSubject(worded.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Content-Language", to.language().getLanguage());
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + factory.at(letter.unsubscribe()) + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setContent(body(worded, letter));
    message.saveChanges();
    return message;
  }

  private MimeMultipart body(WordedLetter worded, Letter letter) throws MessagingException {
    // The last part is what readers show if they can.
    var parts = new MimeMultipart("alternative");
    var plain = new MimeBodyPart();
    plain.setText(plain(worded), UTF_8);
    parts.addBodyPart(plain);
    var html = new MimeBodyPart();
    html.setText(html(worded), UTF_8, "html");
    parts.addBodyPart(html);
    var event = letter.event();
    if (event != null) {
      var type = "text/calendar; charset=UTF-8; method=" + event.method();
      var calendar = new MimeBodyPart();
      calendar.setDataHandler(
          new jakarta.activation.DataHandler(new ByteArrayDataSource(event.calendar(), type)));
      calendar.setHeader("Content-Type", type);
      parts.addBodyPart(calendar);
    }
    return parts;
  }

  private InternetAddress from(String name) throws MessagingException {
    var from = settings.from();
    if (from == null) throw new IllegalStateException("aifactory.mail.from is not set");
    return Addresses.of(from, name);
  }

  private String host() {
    var from = String.valueOf(settings.from());
    return from.substring(from.lastIndexOf('@') + 1);
  }

  /// A letter that is sent again has the same Message-ID, by which readers leave the second one out.
  private static final class Stamped extends MimeMessage {

    private final String messageId;

    Stamped(LetterId id, String host) {
      super(Session.getInstance(new Properties()));
      messageId = "<" + id.value() + "@" + host + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
