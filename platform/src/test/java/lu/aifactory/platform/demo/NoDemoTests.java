package lu.aifactory.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Outside demo mode there is no such door.
@PlatformTest
@Tag("slow")
class NoDemoTests {

  @Autowired MockMvcTester web;

  @Test
  void hasNoSignInByOneClick() {
    var account = UUID.randomUUID().toString();
    assertThat(web.post().uri("/demo/sign-in").with(csrf()).param("account", account))
        .hasStatus(404);
    assertThat(
            web.post()
                .uri("/api/demo/sign-in")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"account\":\"" + account + "\"}"))
        .hasStatus(404);
  }
}
