package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every text in four languages, and no text anywhere else.
class LanguageTests {

  private static final Path MAIN = Path.of("src/main");
  private static final Path BUNDLES = MAIN.resolve("resources/messages");
  private static final Path TEMPLATES = MAIN.resolve("resources/templates");
  private static final List<String> LANGUAGES = List.of("en", "fr", "de", "lb");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
  private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[}(]");
  private static final Pattern COMPOSED = Pattern.compile("#\\{\\|([^|]*)\\|");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
  // What a façade records, the audit trail words as `<room>.audit.<what>`.
  private static final Pattern RECORDED = Pattern.compile("records = \"([a-z-]+)\\.([a-z-]+)\"");
  // What runs by the clock is worded as `<room>.schedule.<purpose>`.
  private static final Pattern RECURRING =
      Pattern.compile("RecurringWork\\.(?:every|daily)\\([^\"]*\"([a-z-]+)\\.([a-z-]+)\"");
  private static final Set<String> SPOKEN =
      Set.of("title", "alt", "placeholder", "aria-label", "aria-description", "label");
  private static final Set<String> SILENT = Set.of("script", "style");

  private final Map<String, Map<String, Properties>> rooms = rooms();

  @TestFactory
  Stream<DynamicTest> everyRoomHasTheSameKeysInAllLanguages() {
    return rooms.entrySet().stream()
        .map(room ->
            DynamicTest.dynamicTest(
                room.getKey(),
                () -> {
                  assertThat(room.getValue().keySet())
                      .containsExactlyInAnyOrderElementsOf(LANGUAGES);
                  var english = keys(room.getValue().get("en"));
                  room.getValue()
                      .forEach((language, texts) ->
                          assertThat(keys(texts)).as(language).isEqualTo(english));
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyKeyBelongsToItsRoom() {
    return rooms.entrySet().stream()
        .map(room ->
            DynamicTest.dynamicTest(
                room.getKey(),
                () ->
                    assertThat(keys(room.getValue().get("en")))
                        .allMatch(key -> key.startsWith(room.getKey() + "."))));
  }

  @TestFactory
  Stream<DynamicTest> everyTextTakesTheSameArgumentsInAllLanguages() {
    return rooms.entrySet().stream()
        .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> sameArguments(room.getValue())));
  }

  private static void sameArguments(Map<String, Properties> languages) {
    var wrong = new ArrayList<String>();
    languages.forEach((language, texts) ->
        texts.forEach((key, text) -> {
          var expected = arguments(languages.get("en").getProperty((String) key, ""));
          if (!arguments((String) text).equals(expected)) wrong.add(language + " " + key);
          if (text.toString().isBlank()) wrong.add(language + " " + key + " is empty");
          if (expected.isEmpty()) return;
          try {
            new MessageFormat((String) text);
          } catch (IllegalArgumentException broken) {
            wrong.add(language + " " + key + ": " + broken.getMessage());
          }
          if (Pattern.compile("(?<!')'(?!['{])").matcher((String) text).find()) {
            wrong.add(language + " " + key + ": write '' for an apostrophe");
          }
        }));
    assertThat(wrong).isEmpty();
  }

  @Test
  void translationsSayWhetherSomebodyReviewedThem() {
    for (var file : files(BUNDLES, ".properties")) {
      if (file.toString().endsWith("_en.properties")) continue;
      assertThat(read(file))
          .as(file.toString())
          .containsPattern("(?m)^# (machine-written|reviewed by )");
    }
  }

  @Test
  void everyKeyOfATemplateExists() {
    var all = allKeys();
    var missing = new TreeSet<String>();
    for (var template : templates()) {
      var matcher = KEY.matcher(spoken(template));
      while (matcher.find()) {
        if (!all.contains(matcher.group(1))) missing.add(template + " " + matcher.group(1));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsUsed() {
    var sources =
        Stream.of(".java", ".html", ".csv", ".json")
            .flatMap(ending -> files(MAIN, ending).stream())
            .map(LanguageTests::read)
            .toList();
    var words = new HashSet<String>();
    var composed = new ArrayList<Pattern>();
    for (var source : sources) {
      var word = WORD.matcher(source);
      while (word.find()) words.add(word.group());
      var recorded = RECORDED.matcher(source);
      while (recorded.find()) words.add(recorded.group(1) + ".audit." + recorded.group(2));
      var recurring = RECURRING.matcher(source);
      while (recurring.find()) words.add(recurring.group(1) + ".schedule." + recurring.group(2));
      composed(source, composed);
    }
    var unused =
        allKeys().stream()
            .filter(key -> !words.contains(key) && !words.contains(withoutRoom(key)))
            .filter(key -> composed.stream().noneMatch(way -> way.matcher(key).matches()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  // Keys made of parts: "room.kind." + name in Java, #{|room.kind.${name}.text|} in templates.
  private static void composed(String source, List<Pattern> into) {
    var start =
        Pattern.compile("[\"']([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*[.-])[\"']").matcher(source);
    while (start.find()) into.add(Pattern.compile(Pattern.quote(start.group(1)) + ".+"));
    var template = COMPOSED.matcher(source);
    while (template.find()) {
      var way =
          Stream.of(template.group(1).split("\\$\\{[^}]*}", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".+"));
      into.add(Pattern.compile(way));
    }
  }

  @Test
  void noParameterOfAFragmentAsksABean() {
    // Thymeleaf refuses it, but only when the page is rendered; `texts` is a variable and may be
    // used.
    var asking = Pattern.compile("th:(?:replace|insert)=\"[^\"]*\\$\\{[^}\"]*@[a-zA-Z]+\\.");
    assertThat(templates()).noneMatch(template -> asking.matcher(spoken(template)).find());
  }

  @TestFactory
  Stream<DynamicTest> templatesHoldNoText() {
    return templates().stream()
        .map(template -> DynamicTest.dynamicTest(template.toString(), () -> holdsNoText(template)));
  }

  private static void holdsNoText(Path template) {
    var found = new TreeSet<String>();
    Jsoup.parse(spoken(template), "", Parser.xmlParser())
        .traverse((node, depth) -> {
          switch (node) {
            case TextNode text when isSpoken(text) -> found.add(text.text().strip());
            case Comment comment ->
                found.add("comment that reaches the reader: " + comment.getData());
            case Element element ->
                element
                    .attributes()
                    .forEach(attribute -> {
                      if (SPOKEN.contains(attribute.getKey()) && hasLetters(attribute.getValue())) {
                        found.add(attribute.toString());
                      }
                    });
            default -> {}
          }
        });
    if (!found.isEmpty()) fail(template + " says in one language only: " + found);
  }

  // Without the comments that Thymeleaf leaves out.
  private static String spoken(Path template) {
    return read(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
  }

  private static boolean isSpoken(TextNode text) {
    var parent = text.parent();
    if (parent == null || !hasLetters(text.text())) return false;
    // Inlined expressions are no text.
    var name = parent.nodeName();
    return !SILENT.contains(name)
        && hasLetters(text.text().replaceAll("\\[\\[.*?]]|\\[\\(.*?\\)]", ""));
  }

  private static boolean hasLetters(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  private static Set<String> arguments(String text) {
    var found = new TreeSet<String>();
    var matcher = ARGUMENT.matcher(text);
    while (matcher.find()) found.add(matcher.group(1));
    return found;
  }

  private Set<String> allKeys() {
    return rooms.values().stream()
        .flatMap(languages -> keys(languages.get("en")).stream())
        .collect(Collectors.toSet());
  }

  // A room may put its own name in front of a key only where it looks the text up.
  private static String withoutRoom(String key) {
    return key.substring(key.indexOf('.') + 1);
  }

  private static Set<String> keys(Properties texts) {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  private static Map<String, Map<String, Properties>> rooms() {
    var rooms = new TreeMap<String, Map<String, Properties>>();
    for (var file : files(BUNDLES, ".properties")) {
      var name = file.getFileName().toString().replace(".properties", "");
      var cut = name.lastIndexOf('_');
      var texts = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        texts.load(reader);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      rooms
          .computeIfAbsent(name.substring(0, cut), _ -> new TreeMap<>())
          .put(name.substring(cut + 1), texts);
    }
    return rooms;
  }

  private static List<Path> templates() {
    return files(TEMPLATES, ".html");
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
