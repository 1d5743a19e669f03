package lu.aifactory.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import lu.aifactory.platform.portal.Factory;
import lu.aifactory.platform.portal.MenuEntry;
import lu.aifactory.platform.schedule.RecurringWork;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The postman, his rounds, and the administrators' page in the menu.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(5);
  private static final LocalTime FORGETTING = LocalTime.of(3, 40);

  @Bean
  SmtpDoor smtpDoor(MailSettings settings, Factory factory, SslBundles bundles) {
    var address = factory.address();
    if (settings.host() != null && address == null)
      throw new IllegalStateException(
          "aifactory.mail.host is set, and so aifactory.factory.address has to be: the links in letters begin with it");
    var bundle = settings.sslBundle();
    return new SmtpDoor(
        settings,
        address == null ? "localhost" : address.getHost(),
        bundle == null ? null : bundles.getBundle(bundle).createSslContext().getSocketFactory());
  }

  @Bean
  Postman postman(
      MailSettings settings,
      Outbox outbox,
      MailServer server,
      SmtpDoor door,
      LetterWriter writer,
      LetterSeal seal,
      Clock clock) {
    return new Postman(settings, outbox, server, door, writer, seal, clock);
  }

  @Bean
  RecurringWork mailRound(Postman postman) {
    return RecurringWork.every(BETWEEN_ROUNDS, "mail.outbox", postman::run);
  }

  @Bean
  RecurringWork mailRetention(Outbox outbox, MailSettings settings, Clock clock) {
    return RecurringWork.daily(
        FORGETTING, "mail.retention", () -> outbox.forget(clock.instant().minus(settings.keep())));
  }

  @Bean
  MenuEntry mailMenu() {
    return new MenuEntry("mail.menu", "/mail", "mail:read", 925);
  }
}
