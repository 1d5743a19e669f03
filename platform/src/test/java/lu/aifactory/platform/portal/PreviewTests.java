package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Renders every part of the look in every language and leaves the pages in `target/preview` to be looked at.
@SpringBootTest(classes = PortalSlice.class)
@AutoConfigureMockMvc
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
    leave(path, language, answer.getResponse().getContentAsString());
  }

  // Opened as a file, a page has no server to ask for its stylesheet.
  private static void leave(String path, String language, String html) throws IOException {
    var folder = Files.createDirectories(Path.of("target/preview"));
    Files.writeString(
        folder.resolve(path.substring(1).replace('/', '-') + "-" + language + ".html"),
        html.replaceAll("(href|src)=\"/(app.css|favicon.svg)", "$1=\"../classes/static/$2"));
  }
}
