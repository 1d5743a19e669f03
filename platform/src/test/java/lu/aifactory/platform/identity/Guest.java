package lu.aifactory.platform.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Somebody at a browser that shows no pictures: it keeps its cookies from page to page.
final class Guest {

  private final MockMvc mvc;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private String agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  Guest(MockMvc mvc) {
    this.mvc = mvc;
  }

  /// What came back.
  ///
  /// @param to where to go on, if the answer says so
  record Answer(int status, String body, @Nullable String to) {}

  Guest with(String browser) {
    agent = browser;
    return this;
  }

  Answer get(String address) {
    return send(MockMvcRequestBuilders.get(URI.create(address)));
  }

  Answer post(String path, String... fields) {
    var request = MockMvcRequestBuilders.post(URI.create(path)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
    return send(request);
  }

  Answer signIn(String email, String password) {
    return post("/sign-in", "email", email, "password", password);
  }

  /// Whether the account page opens.
  boolean isIn() {
    return get("/account").status() == 200;
  }

  private Answer send(MockHttpServletRequestBuilder request) {
    request.header("User-Agent", agent).header("Accept-Language", "en");
    if (!cookies.isEmpty()) request.cookie(cookies.values().toArray(Cookie[]::new));
    try {
      var response = mvc.perform(request).andReturn().getResponse();
      for (var cookie : response.getCookies()) {
        if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
        else cookies.put(cookie.getName(), cookie);
      }
      return new Answer(
          response.getStatus(), response.getContentAsString(), response.getRedirectedUrl());
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }
}
