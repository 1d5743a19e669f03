package lu.aifactory.platform.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The language of a request: `?lang=`, else the one chosen earlier (a cookie), else what the browser asks for, else
/// English. Never the language of the machine.
class Languages implements LocaleResolver {

  static final List<Locale> ALL =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.of("lb"));
  static final String PARAMETER = "lang";
  static final String COOKIE = "lang";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return asked(request)
        .or(() -> known(cookie(request)))
        .or(() -> preferred(request))
        .orElse(Locale.ENGLISH);
  }

  /// The language that the address asks for.
  static Optional<Locale> asked(HttpServletRequest request) {
    return known(request.getParameter(PARAMETER));
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response == null || locale == null) return;
    var cookie =
        ResponseCookie.from(COOKIE, locale.getLanguage())
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  static Optional<Locale> known(@Nullable String code) {
    return ALL.stream().filter(language -> language.getLanguage().equals(code)).findFirst();
  }

  private static @Nullable String cookie(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? null : cookie.getValue();
  }

  private static Optional<Locale> preferred(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null || header.length() > 500) return Optional.empty();
    try {
      return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), ALL));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
