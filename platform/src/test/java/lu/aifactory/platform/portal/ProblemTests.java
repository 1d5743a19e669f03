package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

  @Autowired MockMvcTester mvc;

  private MvcTestResultAssert post(String json) {
    return assertThat(
        mvc.post()
            .uri("/api/trial")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json)
            .exchange());
  }

  @Test
  void answersWhatWasDoneAsItIs() {
    post("{\"name\":\"rye\",\"loaves\":3}")
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.name")
        .isEqualTo("rye");
  }

  @Test
  void answersARefusalInTheLanguageOfTheCaller() {
    var answer =
        mvc.post()
            .uri("/api/trial")
            .header("Accept-Language", "de-LU,de;q=0.9")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"name\":\"rye\",\"loaves\":-1}")
            .exchange();
    assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/shared.refusal.invalid");
    assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("loaves");
    assertThat(answer).bodyJson().extractingPath("$.errors[0].message").isEqualTo("fehlt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\",\"loaves\":\"many\"} | loaves | expected: number; found: many",
        "{\"name\":\"a\",\"loaves\":1,\"day\":\"soon\"} | day | expected: ISO 8601 LocalDate; found: soon",
        "{\"name\":\"a\",\"loaves\":1,\"flours\":[{\"kind\":\"rye\",\"share\":\"half\"}]} | flours[0].share | expected: number; found: half",
        "{\"name\":\"a\",\"loaves\":1,\"flours\":{}} | flours | expected: array",
      })
  void namesTheFieldWhatWasExpectedAndWhatWasFound(String json, String field, String message) {
    var body = post(json).hasStatus(400).bodyJson();
    body.extractingPath("$.errors[0].field").isEqualTo(field);
    body.extractingPath("$.errors[0].message").isEqualTo(message);
  }

  @Test
  void takesTheBlameForNoTextThatADatabaseCannotHold() {
    post("{\"name\":\"a\\u0000b\",\"loaves\":1}")
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/portal.problem.unstorable");
  }

  @Test
  void saysWhereSomethingIsNoJson() {
    post("{\"name\":")
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/portal.problem.no-json");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/trial/gone, 404",
    "/api/nothing, 404",
    "/api/trial/away, 503",
    "/api/trial/broken, 500",
    "/api/trial/changed, 409",
    "/api/trial/number/one?times=2, 400",
    "/api/trial/number/1, 400",
  })
  void giveOneShapeToEveryFailure(String path, int status) {
    var answer = mvc.get().uri(path).exchange();
    assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status);
    assertThat(answer).bodyText().doesNotContain("secret");
  }

  @Test
  void quotesAReferenceWhenItIsOurFault() {
    assertThat(mvc.get().uri("/api/trial/broken"))
        .bodyJson()
        .extractingPath("$.reference")
        .asString()
        .matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
  }

  @Test
  void writesTheReferenceAndNoSecretOfALinkIntoTheLog(CapturedOutput log) {
    var answer = mvc.get().uri("/api/trial/link/do-not-tell").exchange();
    assertThat(answer).hasStatus(500);
    assertThat(log.getAll()).contains("GET /api/trial/link/{secret}").doesNotContain("do-not-tell");
    assertThat(mvc.get().uri("/api/trial/reference")).bodyText().matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
  }

  @Test
  void refusesMethodsAndTypesThatAreNotTaken() {
    assertThat(mvc.delete().uri("/api/trial/gone")).hasStatus(405).hasHeader("Allow", "GET");
    assertThat(mvc.post().uri("/api/trial").contentType(MediaType.TEXT_PLAIN).content("bread"))
        .hasStatus(415);
  }

  @Test
  void readsOnlyTheColumnsAndFiltersOfTheList() {
    assertThat(
            mvc.get()
                .uri("/api/trial/list?sort=owner&state=open&secret=1&page=0&size=9999")
                .param("q", " r&b "))
        .bodyJson()
        .extractingPath("$.items[0]")
        .isEqualTo("?q=r%26b&state=open&sort=-name&size=200");
    var page = assertThat(mvc.get().uri("/api/trial/list?page=1")).bodyJson();
    page.extractingPath("$.page").isEqualTo(1);
    page.extractingPath("$.pages").isEqualTo(1);
    page.extractingPath("$.total").isEqualTo(1);
  }
}
