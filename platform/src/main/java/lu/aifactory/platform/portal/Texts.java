package lu.aifactory.platform.portal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Words in the caller's language: messages by key, dates written out, amounts with their currency. Templates reach
/// it as `texts`.
@Component("texts")
public class Texts {

  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

  private final MessageSource messages;
  private final Clock clock;

  Texts(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// The text of a key.
  public String of(String key, @Nullable Object... arguments) {
    return in(LocaleContextHolder.getLocale(), key, List.of(arguments));
  }

  /// The text of a key with a list of arguments.
  public String of(String key, List<?> arguments) {
    return in(LocaleContextHolder.getLocale(), key, arguments);
  }

  /// The text of a key in another language than the caller's. A key that is nowhere stands for itself. An argument
  /// `#key` is a text too, and `@2027-01-15` a day, so that whoever stores arguments need not know the reader's language.
  public String in(Locale language, String key, List<?> arguments) {
    var resolved = arguments.stream().map(argument -> resolved(language, argument)).toArray();
    var text = messages.getMessage(key, resolved, key, language);
    return text == null ? key : text;
  }

  private @Nullable Object resolved(Locale language, @Nullable Object argument) {
    if (!(argument instanceof String text)) return argument;
    if (text.matches("#[a-z][A-Za-z0-9.-]{2,100}")) {
      return messages.getMessage(text.substring(1), null, text, language);
    }
    return text.matches("@[0-9]{4}-[01][0-9]-[0-3][0-9]") ? dayOrText(text, language) : text;
  }

  // Somebody may have written what looks like a day and is none.
  private static String dayOrText(String text, Locale language) {
    try {
      return day(LocalDate.parse(text.substring(1)), language);
    } catch (DateTimeParseException noDay) {
      return text;
    }
  }

  /// What a fault says.
  public String of(Fault fault) {
    return of(fault.message(), fault.arguments());
  }

  /// The label of a choice.
  public String of(Choice choice) {
    return choice.keyed() ? of(choice.label()) : choice.label();
  }

  /// The hint of a choice, if it has one.
  public @Nullable String hintOf(Choice choice) {
    var hint = choice.hint();
    return hint == null || !choice.keyed() ? hint : of(hint);
  }

  /// A day written out: "Friday 15 January 2027".
  public String day(LocalDate day) {
    return day(day, LocaleContextHolder.getLocale());
  }

  private static String day(LocalDate day, Locale language) {
    var pattern =
        switch (language.getLanguage()) {
          case "de", "lb" -> "EEEE, d. MMMM uuuu";
          default -> "EEEE d MMMM uuuu";
        };
    return DateTimeFormatter.ofPattern(pattern, language).format(day);
  }

  /// The day of a moment, written out, in Luxembourg.
  public String day(Instant moment) {
    return day(moment.atZone(LUXEMBOURG).toLocalDate());
  }

  /// A moment in Luxembourg: today only the time, else day and time.
  public String moment(Instant moment) {
    var language = LocaleContextHolder.getLocale();
    var there = moment.atZone(LUXEMBOURG);
    var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(hours(language));
    if (there.toLocalDate().equals(LocalDate.now(clock.withZone(LUXEMBOURG)))) {
      return of("portal.time.today", time.format(there));
    }
    var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(hours(language));
    return of("portal.time.moment", day.format(there), time.format(there));
  }

  /// An amount in whole units with its currency, for example "EUR 12,500".
  public String money(BigDecimal amount, Currency currency) {
    var format = NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale());
    return currency.getCurrencyCode() + "\u00a0" + format.format(amount);
  }

  /// The class that a tone has in the stylesheet; takes a [Tone] or its name.
  public String tone(Object tone) {
    return Tone.valueOf(tone.toString()).word();
  }

  // English as it is written in Luxembourg: day before month, 24 hours.
  private static Locale hours(Locale language) {
    return language.getLanguage().equals("en") ? Locale.UK : language;
  }
}
