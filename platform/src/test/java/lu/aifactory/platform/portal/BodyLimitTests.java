package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class BodyLimitTests {

  @Autowired MockMvcTester mvc;
  @Autowired BodyLimits limits;

  private MvcTestResult bake(String json) {
    return mvc.post()
        .uri("/api/trial")
        .contentType(MediaType.APPLICATION_JSON)
        .content(json)
        .exchange();
  }

  private static String named(String name) {
    return "{\"loaves\":1,\"name\":\"" + name + "\"}";
  }

  @Test
  void takesNoBodyThatIsTooLarge() {
    assertThat(bake(named("a") + " ".repeat(BodyLimits.LARGEST_BODY)))
        .hasStatus(413)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(bake(named("a") + " ".repeat(1000))).hasStatus(201);
  }

  @Test
  void countsABodyThatDoesNotSayItsLength() throws Exception {
    var request =
        new MockHttpServletRequest("POST", "/api/trial") {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setContent(new byte[BodyLimits.LARGEST_BODY + 1]);
    var response = new MockHttpServletResponse();
    limits.doFilter(request, response, (read, _) -> read.getInputStream().readAllBytes());
    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
  }

  @Test
  void readsNoEndlessNesting() {
    var nested = "[".repeat(100) + "]".repeat(100);
    assertThat(bake("{\"loaves\":1,\"name\":\"a\",\"other\":" + nested + "}"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/portal.problem.no-json");
  }

  @Test
  void saysThatNoTextCanHoldNul() {
    assertThat(bake(named("r\\u0000ye")))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/portal.problem.unstorable");
    assertThat(bake(named("r\\\\u0000ye"))).hasStatus(201);
    assertThat(mvc.get().uri("/api/trial/list").param("q", "r\0ye"))
        .hasStatus(400)
        .bodyText()
        .contains("U+0000");
    var form =
        mvc.post()
            .uri("/sign-in")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .content("email=%00".getBytes(StandardCharsets.UTF_8));
    assertThat(form).hasStatus(400);
  }
}
