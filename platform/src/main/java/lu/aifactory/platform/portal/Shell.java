package lu.aifactory.platform.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What the frame of a page shows around its content; the layout asks it as `shell`.
@Component("shell")
class Shell {

  record Item(String key, String href, boolean current, boolean gap) {}

  record Someone(String name, int unread) {}

  record Language(String code, String name, String href, boolean chosen) {}

  private final List<MenuEntry> entries;
  private final List<FootLink> footer;
  private final List<SiteNotice> notices;
  private final ObjectProvider<CallerCard> cards;
  private final ObjectProvider<Bell> bells;

  Shell(
      ObjectProvider<MenuEntry> entries,
      ObjectProvider<FootLink> footer,
      ObjectProvider<SiteNotice> notices,
      ObjectProvider<CallerCard> cards,
      ObjectProvider<Bell> bells) {
    this.entries = entries.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    this.footer = footer.stream().sorted(Comparator.comparingInt(FootLink::order)).toList();
    this.notices = notices.stream().distinct().toList();
    this.cards = cards;
    this.bells = bells;
  }

  public List<Item> menu() {
    if (bare()) return List.of();
    var path = path();
    var items = new ArrayList<Item>();
    var last = 0;
    for (var entry : entries) {
      if (!Caller.may(entry.permission())) continue;
      var gap = !items.isEmpty() && entry.order() / 100 != last;
      items.add(new Item(entry.key(), entry.href(), isAt(path, entry.href()), gap));
      last = entry.order() / 100;
    }
    return items;
  }

  public @Nullable Someone caller() {
    if (bare()) return null;
    return Caller.signedIn()
        .map(authentication -> {
          var card = cards.getIfAvailable();
          var bell = bells.getIfAvailable();
          return new Someone(
              card == null ? authentication.getName() : card.name(),
              bell == null ? -1 : bell.unread());
        })
        .orElse(null);
  }

  public List<String> notices() {
    return notices.stream().map(SiteNotice::key).toList();
  }

  public List<FootLink> footer() {
    return footer;
  }

  public List<Language> languages() {
    var current = LocaleContextHolder.getLocale().getLanguage();
    return Languages.ALL.stream()
        .map(language ->
            new Language(
                language.getLanguage(),
                capitalised(language.getDisplayLanguage(language), language),
                here(language),
                language.getLanguage().equals(current)))
        .toList();
  }

  /// What the caller searched for, so that the box keeps it.
  public String searched() {
    var uri = ServletUriComponentsBuilder.fromCurrentRequest().build();
    if (!"/search".equals(uri.getPath())) return "";
    var typed = uri.getQueryParams().getFirst("q");
    return typed == null ? "" : URLDecoder.decode(typed, StandardCharsets.UTF_8);
  }

  // Where the database is away, the frame does without what it would have to ask it.
  private static boolean bare() {
    return RequestContextHolder.currentRequestAttributes()
            .getAttribute(ErrorPages.BARE, RequestAttributes.SCOPE_REQUEST)
        != null;
  }

  // The same page in another language.
  private static String here(Locale language) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .scheme(null)
        .host(null)
        .port(null)
        .replaceQueryParam("lang", language.getLanguage())
        .build()
        .toUriString();
  }

  private static String path() {
    var path = ServletUriComponentsBuilder.fromCurrentRequest().build().getPath();
    return path == null ? "/" : path;
  }

  private static boolean isAt(String path, String href) {
    return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
  }

  private static String capitalised(String name, Locale language) {
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }
}
