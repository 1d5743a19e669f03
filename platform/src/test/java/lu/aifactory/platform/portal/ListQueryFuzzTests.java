package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;

/// Whatever stands in the address of a list: it becomes a query within bounds that a database can be asked, and the
/// address that the list then shows is of the same query.
class ListQueryFuzzTests {

  private final ListQueries queries = new ListQueries();
  private final MethodParameter parameter;

  ListQueryFuzzTests() throws NoSuchMethodException {
    parameter = new MethodParameter(getClass().getDeclaredMethod("list", ListQuery.class), 0);
  }

  @FuzzTest(maxDuration = "60s")
  void readsWhatItShows(byte[] input) {
    var query = read(new String(input, StandardCharsets.UTF_8));
    assertThat(query.offset()).isNotNegative();
    assertThat(query.text()).hasSizeLessThanOrEqualTo(200).doesNotContain("\0");
    assertThat(query.filter("state")).noneMatch(value -> value.contains("\0"));
    assertThat(read(query.toString().substring(1))).isEqualTo(query);
  }

  private ListQuery read(String address) {
    return queries.resolveArgument(parameter, null, request(address), null);
  }

  private static NativeWebRequest request(String address) {
    var request = new MockHttpServletRequest();
    for (var pair : address.split("&")) {
      var parts = pair.split("=", 2);
      request.addParameter(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }
    return new ServletWebRequest(request);
  }

  private static String decoded(String word) {
    try {
      return URLDecoder.decode(word, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return word;
    }
  }

  @SuppressWarnings("unused")
  private static void list(
      @Listing(
              sorts = {"-at", "name"},
              filters = {"state", "kind"})
          ListQuery query) {}
}
