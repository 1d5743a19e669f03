package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PortalTest
class GateTests {

  @Autowired MockMvcTester mvc;

  private static RequestPostProcessor holding(String permission) {
    return user("anna").authorities(new SimpleGrantedAuthority(permission));
  }

  @Test
  void opensToWhoeverHoldsThePermission() {
    assertThat(mvc.get().uri("/api/trial/guarded").with(holding("bread:read")))
        .hasStatusOk()
        .hasBodyTextEqualTo("bread");
  }

  @Test
  void closesToWhoeverHoldsAnother() {
    assertThat(mvc.get().uri("/api/trial/guarded").with(holding("cake:read")))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/portal.problem.forbidden");
    assertThat(mvc.get().uri("/trial/guarded").with(holding("cake:read"))).hasStatus(403);
  }

  @Test
  void asksProgramsOfStrangersForAToken() {
    assertThat(mvc.get().uri("/api/trial/guarded"))
        .hasStatus(401)
        .hasHeader("WWW-Authenticate", "Bearer");
  }

  @Test
  void sendsStrangersToSignIn() {
    assertThat(mvc.get().uri("/trial/guarded")).hasStatus(302).hasRedirectedUrl("/sign-in");
  }

  @Test
  void closesAMethodThatDeclaresNothingToEverybody() {
    assertThat(mvc.get().uri("/api/trial/forgotten").with(holding("bread:read"))).hasStatus(403);
  }
}
