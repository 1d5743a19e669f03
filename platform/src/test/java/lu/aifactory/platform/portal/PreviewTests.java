package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Renders every part of the look in every language and leaves the pages in `target/preview` to be looked at.
@PortalTest
class PreviewTests {

  @Autowired MockMvcTester mvc;

  @ParameterizedTest
  @CsvSource({
    "/preview,en",
    "/preview,fr",
    "/preview,de",
    "/preview,lb",
    "/preview/form,en",
    "/preview/form,de"
  })
  void rendersEveryPart(String path, String language) throws IOException {
    var caller = user("claire").authorities(new SimpleGrantedAuthority("engagement:read"));
    var answer = mvc.get().uri(path + "?lang=" + language).with(caller).exchange();
    assertThat(answer).hasStatusOk();
    assertThat(answer).bodyText().contains("lang=\"" + language + "\"").doesNotContain("??");
    Preview.leave(path.substring(1).replace('/', '-') + "-" + language, answer);
  }
}
