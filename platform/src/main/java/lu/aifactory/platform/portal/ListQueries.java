package lu.aifactory.platform.portal;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads a [ListQuery] from `q`, `sort`, `page`, `size` and the filters of the list. What does not fit is left out, so
/// that an old bookmark still opens the list.
class ListQueries implements HandlerMethodArgumentResolver {

  private static final int LONGEST_TEXT = 200;
  private static final int MOST_VALUES = 50;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ListQuery.class
        && parameter.hasParameterAnnotation(Listing.class);
  }

  @Override
  public ListQuery resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var listing = parameter.getParameterAnnotation(Listing.class);
    if (listing == null) throw new IllegalArgumentException("@Listing is missing");
    var sort = sort(listing, request.getParameter("sort"));
    var text = request.getParameter("q");
    var filters = new TreeMap<String, Set<String>>();
    for (var name : listing.filters()) {
      var values = request.getParameterValues(name);
      if (values == null || values.length > MOST_VALUES) continue;
      filters.put(
          name, Set.copyOf(Arrays.stream(values).filter(value -> !value.isBlank()).toList()));
    }
    return new ListQuery(
        text == null ? "" : cut(text),
        filters,
        sort.replaceFirst("^-", ""),
        sort.startsWith("-"),
        number(request.getParameter("page"), 1),
        number(request.getParameter("size"), ListQuery.DEFAULT_SIZE));
  }

  private static String sort(Listing listing, @Nullable String asked) {
    var usual = listing.sorts()[0];
    if (asked == null) return usual;
    var column = asked.replaceFirst("^-", "");
    return Arrays.stream(listing.sorts())
            .anyMatch(sort -> sort.replaceFirst("^-", "").equals(column))
        ? asked
        : usual;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) return text;
    // Not between the two halves of a character.
    boolean isHalf = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
    return text.substring(0, isHalf ? LONGEST_TEXT - 1 : LONGEST_TEXT);
  }

  private static int number(@Nullable String typed, int otherwise) {
    return typed != null && typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : otherwise;
  }
}
