package lu.aifactory.platform.portal;

import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Lets REST methods answer an [Outcome]: what was done as it is, with the status of the method (`@ResponseStatus(CREATED)`
/// where something is made), what was refused as a problem.
@ControllerAdvice
class OutcomeBody implements ResponseBodyAdvice<Object> {

  private final Problems problems;

  OutcomeBody(Problems problems) {
    this.problems = problems;
  }

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
    return Outcome.class.isAssignableFrom(returnType.getParameterType());
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType selectedContentType,
      Class<? extends HttpMessageConverter<?>> selectedConverterType,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    return switch (body) {
      case Outcome.Done<?>(var value) -> value;
      case Outcome.Refused<?>(var why) -> {
        response.setStatusCode(HttpStatusCode.valueOf(why.kind().status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        yield problems.of(why);
      }
      case null, default -> body;
    };
  }
}
