package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.identity.World;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Walks every endpoint as every role, as a stranger of another organisation, and as a visitor.
@PlatformTest
@Tag("slow")
class EveryEndpointTests {

  /// What handlers ask for in forms and bodies, so that a call gets as far as the permission.
  private static final Map<String, String> TYPED =
      Map.of(
          "id",
          UUID.randomUUID().toString(),
          "revision",
          UUID.randomUUID().toString(),
          "version",
          "1",
          "title",
          "A title",
          "reason",
          "A reason",
          "language",
          "en",
          "enabled",
          "true",
          "role",
          "advisor",
          "hash",
          "00",
          "stage",
          "fund");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired MockMvc mvc;
  @Autowired Cases cases;
  @Autowired JsonMapper json;

  private record Endpoint(HttpMethod method, String pattern, Method handler, boolean upload) {

    boolean rest() {
      return pattern.startsWith("/api/");
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  @Test
  void everyHandlerDeclaresWhatItNeedsOrStandsOnTheShortListOfOpenOnes() {
    var open = new TreeSet<String>();
    for (var endpoint : endpoints()) {
      var needs = endpoint.handler().isAnnotationPresent(Needs.class);
      var isOpen = endpoint.handler().isAnnotationPresent(Open.class);
      assertThat(needs ^ isOpen).as("%s declares exactly one", endpoint).isTrue();
      if (isOpen) {
        open.add(endpoint.toString());
      }
    }
    assertThat(open).containsExactlyInAnyOrderElementsOf(OpenEndpoints.LIST);
  }

  @Test
  void aVisitorGetsNowhereButToTheOpenOnes() throws Exception {
    var world = cases.world();
    var wrong = new ArrayList<String>();
    for (var endpoint : guarded()) {
      var status = call(endpoint, world, null);
      if (status != (endpoint.rest() ? 401 : 302)) {
        wrong.add(endpoint + " answered " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aStrangerGetsNothingOfAnotherOrganisation() throws Exception {
    var world = cases.world();
    var wrong = new ArrayList<String>();
    for (var endpoint : guarded()) {
      if (!world.namesAThingOfTheOrganisation(variables(endpoint.pattern()))) {
        continue;
      }
      var status = call(endpoint, world, world.stranger());
      if (status != 404 && status != 403) {
        wrong.add(endpoint + " answered " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRoleGetsWhatThePermissionTableSaysAndNothingElse() throws Exception {
    var world = cases.world();
    var wrong = new ArrayList<String>();
    for (var role : Role.values()) {
      for (var endpoint : guarded()) {
        var expected = world.expects(role, permission(endpoint), variables(endpoint.pattern()));
        var status = call(endpoint, world, world.tokenOf(role));
        if (!expected.fits(status)) {
          wrong.add(
              "%s as %s answered %d, expected %s".formatted(endpoint, role, status, expected));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private int call(Endpoint endpoint, World world, @Nullable String token) throws Exception {
    var address = address(endpoint.pattern(), world);
    var request =
        endpoint.upload()
            ? MockMvcRequestBuilders.multipart(URI.create(address))
            : MockMvcRequestBuilders.request(endpoint.method(), URI.create(address));
    request.with(SecurityMockMvcRequestPostProcessors.csrf());
    if (endpoint.rest() && !endpoint.upload()) {
      request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(TYPED));
    } else {
      TYPED.forEach(request::param);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var result = mvc.perform(request).andReturn();
      if (result.getResponse().getStatus() >= 500) {
        throw new IllegalStateException(endpoint + " broke", result.getResolvedException());
      }
      return result.getResponse().getStatus();
    } catch (ServletException unhandled) {
      throw new IllegalStateException(endpoint + " broke", unhandled);
    }
  }

  private static String permission(Endpoint endpoint) {
    return endpoint.handler().getAnnotation(Needs.class).value();
  }

  /// The kinds of things that a path names: for each variable, the part before it.
  private static List<String> variables(String pattern) {
    var kinds = new ArrayList<String>();
    var parts = pattern.split("/");
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        kinds.add(parts[i - 1]);
      }
    }
    return kinds;
  }

  private static String address(String pattern, World world) {
    var parts = pattern.split("/");
    var address = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      address.append('/').append(parts[i].startsWith("{") ? world.id(parts[i - 1]) : parts[i]);
    }
    return address.isEmpty() ? "/" : address.toString();
  }

  private List<Endpoint> guarded() {
    return endpoints().stream()
        .filter(endpoint -> endpoint.handler().isAnnotationPresent(Needs.class))
        .toList();
  }

  private List<Endpoint> endpoints() {
    var found = new LinkedHashMap<String, Endpoint>();
    for (Map.Entry<?, HandlerMethod> entry : mappings.getHandlerMethods().entrySet()) {
      var handler = entry.getValue();
      if (!handler.getBeanType().getName().startsWith("lu.aifactory")) {
        continue;
      }
      var info = (RequestMappingInfo) entry.getKey();
      var upload =
          info.getConsumesCondition()
              .getConsumableMediaTypes()
              .contains(MediaType.MULTIPART_FORM_DATA);
      var methods = info.getMethodsCondition().getMethods();
      for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : List.copyOf(methods)) {
        for (var pattern : info.getPatternValues()) {
          var endpoint = new Endpoint(method.asHttpMethod(), pattern, handler.getMethod(), upload);
          found.put(endpoint.toString(), endpoint);
        }
      }
    }
    return found.values().stream().sorted(Comparator.comparing(Endpoint::toString)).toList();
  }
}
