package lu.aifactory.platform.readiness.dmat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@PlatformTest
class DmatTests {

  private static final String HEAD = "dmat,variant,moment,date,d1,d2,d3,d4,d5,d6,overall\n";
  private static final String T0 = "2023,sme,T0,2026-03-02,45,38,50,62,12,30,39.5\n";
  private static final String T1 = "2023,sme,T1,2026-10-05,60,48,55,70,30,35,49.7\n";

  @Autowired Cases cases;
  @Autowired MockMvc mvc;
  @Autowired MockMvcTester pages;

  private Cases.Opened opened;
  private String address;

  @BeforeEach
  void anEngagement() {
    opened = cases.open();
    address = "/api/engagements/" + opened.engagement() + "/readiness-dmat";
  }

  @Test
  void momentsComeInOneAfterTheOtherAndGoOutInTheSameShape() throws Exception {
    assertThat(bring(HEAD + T0)).isEqualTo(200);
    assertThat(bring(HEAD + T0 + T1)).isEqualTo(200);
    var all = cases.call("GET", address, opened.token(), "");
    assertThat(all.size()).isEqualTo(2);
    assertThat(all.get(1).get("band").asString()).isEqualTo("average");
    var csv =
        mvc.perform(get(address + "/scores.csv")).andReturn().getResponse().getContentAsString();
    assertThat(csv).contains("2023,sme,T1,2026-10-05,60,48,55,70,30,35,49.7");
    cases.call("DELETE", address + "/T0", opened.token(), "");
    assertThat(cases.call("GET", address, opened.token(), "").size()).isZero();
    assertThat(bring(csv)).isEqualTo(200);
  }

  @Test
  void whatDoesNotFollowIsRefusedAsAWhole() throws Exception {
    assertThat(bring(HEAD + T1)).isEqualTo(422);
    assertThat(bring(HEAD + T0 + T1.replace("2026-10-05", "2026-03-02"))).isEqualTo(422);
    assertThat(bring(HEAD + T0 + T1.replace("sme", "pso"))).isEqualTo(422);
    assertThat(cases.call("GET", address, opened.token(), "").size()).isZero();
    bring(HEAD + T0);
    assertThat(bring(HEAD + T0.replace("45,38", "46,37"))).isEqualTo(422);
  }

  @Test
  void thePageShowsTheCourseAndSaysWhatIsWrongWithAFile() throws Exception {
    bring(HEAD + T0 + T1);
    var page = "/engagements/" + opened.engagement() + "/readiness/dmat";
    for (var language : List.of("en", "fr", "de", "lb")) {
      var shown =
          pages
              .get()
              .uri(page + "?lang=" + language)
              .header("Authorization", "Bearer " + opened.token())
              .exchange();
      assertThat(shown)
          .hasStatusOk()
          .bodyText()
          .contains("chart-band-line")
          .doesNotContain("??", "th:");
      Files.writeString(
          Files.createDirectories(Path.of("target/preview"))
              .resolve("readiness-dmat-" + language + ".html"),
          shown
              .getResponse()
              .getContentAsString()
              .replaceAll(
                  "(href|src)=\"/(app[^\"]*.css|favicon)", "$1=\"../classes/static/app.css"));
    }
    var refused =
        mvc.perform(
                MockMvcRequestBuilders.multipart(page)
                    .file(file(HEAD + T0.replace("2023", "2031")))
                    .with(
                        org.springframework.security.test.web.servlet.request
                            .SecurityMockMvcRequestPostProcessors.csrf())
                    .header("Authorization", "Bearer " + opened.token()))
            .andReturn()
            .getResponse();
    assertThat(refused.getContentAsString())
        .contains("another version (2031). Read are the versions: 2023.");
  }

  private int bring(String text) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.multipart(HttpMethod.POST, address)
                .file(file(text))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + opened.token()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private static MockMultipartFile file(String text) {
    return new MockMultipartFile(
        "file", "dmat.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder get(
      String address) {
    return MockMvcRequestBuilders.get(address).header("Authorization", "Bearer " + opened.token());
  }
}
