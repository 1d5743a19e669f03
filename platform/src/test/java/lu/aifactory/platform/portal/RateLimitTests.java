package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PortalTest
@TestPropertySource(
    properties = {
      "aifactory.limits.everything.requests=20",
      "aifactory.limits.sign-in.requests=3",
      "aifactory.limits.invitations.requests=5"
    })
class RateLimitTests {

  @Autowired MockMvcTester mvc;

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }

  @Test
  void tellsAProgramHowLongToWait() {
    for (int i = 0; i < 20; i++)
      assertThat(mvc.get().uri("/api/nothing").with(from("10.0.0.1"))).hasStatus(404);
    var answer = mvc.get().uri("/api/nothing").with(from("10.0.0.1")).exchange();
    assertThat(answer).hasStatus(429).containsHeader("Retry-After");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/portal.problem.too-many");
    assertThat(mvc.get().uri("/api/nothing").with(from("10.0.0.2"))).hasStatus(404);
  }

  @Test
  void letsNobodyTryManyPasswords() {
    for (int i = 0; i < 3; i++)
      assertThat(mvc.post().uri("/sign-in").with(from("10.0.0.3"))).hasStatus(403);
    assertThat(mvc.post().uri("/sign-in").with(from("10.0.0.3"))).hasStatus(429);
    assertThat(mvc.post().uri(URI.create("/sign-i%6E")).with(from("10.0.0.3"))).hasStatus(429);
  }

  @Test
  void letsNobodyFillTheDeskOrWriteToManyStrangers() {
    for (int i = 0; i < 10; i++)
      assertThat(mvc.post().uri("/api/feedback").with(from("10.0.0.6"))).hasStatus(404);
    assertThat(mvc.post().uri("/api/feedback").with(from("10.0.0.6"))).hasStatus(429);
    var invitations = "/api/organisations/one/invitations";
    for (int i = 0; i < 5; i++)
      assertThat(mvc.post().uri(invitations).with(from("10.0.0.7"))).hasStatus(404);
    assertThat(mvc.post().uri(invitations).with(from("10.0.0.7"))).hasStatus(429);
  }

  @Test
  void letsNobodyTryThePasswordBehindAUsedLink() {
    for (int i = 0; i < 3; i++)
      assertThat(mvc.post().uri("/api/intakes/link/account").with(from("10.0.0.4"))).hasStatus(404);
    assertThat(mvc.post().uri("/api/intakes/link/account").with(from("10.0.0.4"))).hasStatus(429);
  }

  @Test
  void takesOnlyATokenThatLetSomebodyInForACallerOfItsOwn() {
    assertThat(bearing("good").with(user("baker"))).hasStatus(404);
    for (int i = 1; i < 20; i++) assertThat(bearing("made-up " + i)).hasStatus(404);
    assertThat(bearing("made-up 20")).hasStatus(429);
    assertThat(bearing("good").with(user("baker"))).hasStatus(404);
  }

  private MockMvcTester.MockMvcRequestBuilder bearing(String token) {
    return mvc.get()
        .uri("/api/nothing")
        .header("Authorization", "Bearer " + token)
        .with(from("10.0.0.5"));
  }
}
