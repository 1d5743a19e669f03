package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class PagesTests {

  @Autowired MockMvcTester mvc;

  private MvcTestResult asAdvisor(String address) {
    return mvc.get()
        .uri(address)
        .with(
            user("claire")
                .authorities(
                    new SimpleGrantedAuthority("bread:read"),
                    new SimpleGrantedAuthority("search:read")))
        .exchange();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void showsVisitorsWhatTheFactoryDoes(String language) throws IOException {
    var answer = mvc.get().uri("/?lang=" + language).exchange();
    assertThat(answer)
        .hasStatusOk()
        .bodyText()
        .contains("href=\"/start\"", "href=\"/sign-in\"")
        .doesNotContain("??");
    assertThat(answer.getResponse().getHeader("Set-Cookie")).contains("lang=" + language);
    Preview.leave("landing-" + language, answer);
  }

  @Test
  void putsWhatIsMostUrgentFirst() throws IOException {
    var answer = asAdvisor("/");
    assertThat(answer).hasStatusOk().bodyText().doesNotContain("??");
    var page = answer.getResponse().getContentAsString();
    assertThat(page).containsOnlyOnce("Answer the readiness questions");
    assertThat(page.indexOf("Answer the readiness"))
        .isLessThan(page.indexOf("Sign off the use case"));
    Preview.leave("home", answer);
  }

  @Test
  void saysWhenNothingWaits() {
    assertThat(mvc.get().uri("/").with(user("nobody")))
        .hasStatusOk()
        .bodyText()
        .contains("Nothing waits for you");
  }

  @Test
  void showsOnlyTheEntriesOfTheMenuThatTheCallerMayOpen() {
    assertThat(
            mvc.get()
                .uri("/")
                .with(user("anna").authorities(new SimpleGrantedAuthority("engagement:read"))))
        .bodyText()
        .contains("href=\"/engagements\"")
        .doesNotContain("href=\"/secret\"");
  }

  @Test
  void findsWhatTheRoomsKnow() throws IOException {
    var answer = asAdvisor("/search?q=bread");
    assertThat(answer)
        .hasStatusOk()
        .bodyText()
        .contains("Rye &lt;bread&gt;", "value=\"bread\"")
        .doesNotContain("??");
    Preview.leave("search", answer);
    assertThat(asAdvisor("/search?q=cake")).hasStatusOk().bodyText().contains("Nothing found");
    assertThat(asAdvisor("/api/search?q=bread"))
        .bodyJson()
        .extractingPath("$[0].href")
        .isEqualTo("/bread/1");
  }

  @Test
  void countsTheTextsThatNobodyReviewed() throws IOException {
    var answer = mvc.get().uri("/languages").exchange();
    assertThat(answer).hasStatusOk().bodyText().contains("portal").doesNotContain("??");
    Preview.leave("languages", answer);
  }

  @Test
  void keepsThePageWhenTheLanguageIsSwitched() {
    assertThat(asAdvisor("/search?q=bread&lang=fr"))
        .bodyText()
        .contains("lang=\"fr\"", "href=\"/search?q=bread&amp;lang=de\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 413, 429, 500, 503})
  void explainsEveryErrorWithAReference(int status) throws IOException {
    var answer =
        mvc.get()
            .uri("/error")
            .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
            .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere")
            .exchange();
    assertThat(answer)
        .hasStatus(status)
        .bodyText()
        .containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}")
        .doesNotContain("??");
    Preview.leave("error-" + status, answer);
  }

  @Test
  void tellsAnExpiredFormFromAForbiddenPage() {
    var expired = mvc.post().uri("/trial").exchange();
    assertThat(expired).hasStatus(403);
    assertThat(expired.getRequest().getAttribute(ErrorPages.EXPIRED)).isEqualTo(true);
    assertThat(mvc.post().uri("/trial").with(csrf())).hasStatus(302);
  }

  @Test
  void saysThatTheDatabaseIsAway() {
    assertThat(mvc.get().uri("/trial/away")).hasStatus(503);
  }

  @Test
  void letsPagesLoadNothingFromElsewhere() {
    assertThat(mvc.get().uri("/"))
        .hasHeader("Content-Security-Policy", SecurityDefaults.CONTENT)
        .hasHeader("Referrer-Policy", "same-origin")
        .hasHeader("X-Content-Type-Options", "nosniff")
        .bodyText()
        .doesNotContainPattern("(?i)<[^>]+ (style|on[a-z]+)=")
        .doesNotContain("<style")
        .doesNotContainPattern("<script(?! src=\"/)");
  }

  @Test
  void servesItsOwnScript() {
    assertThat(mvc.get().uri("/htmx/htmx.min.js")).hasStatusOk();
    assertThat(mvc.get().uri("/app.css")).hasStatusOk();
  }
}
