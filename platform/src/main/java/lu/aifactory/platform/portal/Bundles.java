package lu.aifactory.platform.portal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All texts of all rooms: every `messages/<room>_<language>.properties` on the class path, in UTF-8. A text that a
/// language lacks is missing there; there is no falling back to another one.
class Bundles extends AbstractMessageSource {

  private final Map<String, Map<String, String>> texts = new HashMap<>();

  Bundles() {
    for (var language : Languages.ALL) {
      var code = language.getLanguage();
      var all = new HashMap<String, String>();
      for (var file : files(code)) {
        read(file).forEach((key, text) -> all.put((String) key, (String) text));
      }
      texts.put(code, all);
    }
  }

  static Resource[] files(String code) {
    try {
      return new PathMatchingResourcePatternResolver()
          .getResources("classpath*:messages/*_" + code + ".properties");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Properties read(Resource file) {
    var properties = new Properties();
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties;
  }

  @Override
  protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
    return texts.getOrDefault(locale.getLanguage(), Map.of()).get(code);
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    var text = resolveCodeWithoutArguments(code, locale);
    return text == null ? null : new MessageFormat(text, locale);
  }
}
