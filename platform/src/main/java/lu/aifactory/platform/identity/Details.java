package lu.aifactory.platform.identity;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lu.aifactory.platform.shared.Subject;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/// What a call told besides the thing that it is about: the other things, choices, and a few short facts that are named
/// here one by one. So no password, link or long text gets into the trail, whatever a room comes to take.
final class Details {

  private static final Set<String> FACTS =
      Set.of(
          "role",
          "partner",
          "scopes",
          "until",
          "enabled",
          "days",
          "item",
          "key",
          // why somebody lost their second factor by another's hand
          "because");
  private static final int LONGEST = 200;

  private final Map<String, String> told = new TreeMap<>();

  private Details() {}

  static Map<String, String> of(MethodInvocation call) {
    var details = new Details();
    var parameters = call.getMethod().getParameters();
    var arguments = call.getArguments();
    var subject = true;
    for (int i = 0; i < parameters.length; i++) {
      // The first one is what the entry itself is about.
      if (subject && arguments[i] instanceof Subject) subject = false;
      else details.add(parameters[i].getName(), arguments[i]);
    }
    return details.told;
  }

  private void add(String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Subject other -> put(other.kind(), name, other.value().toString());
      case Enum<?> choice -> put(name, name, choice.name());
      case Record record -> {
        for (var component : record.getClass().getRecordComponents()) {
          if (isTold(component)) add(component.getName(), read(component, record));
        }
      }
      case String _, Boolean _, Integer _, LocalDate _ when FACTS.contains(name) ->
          put(name, name, value.toString());
      case Collection<?> several when FACTS.contains(name) ->
          put(
              name,
              name,
              several.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
      default -> {}
    }
  }

  // Of two things of one kind the second goes by the name of its parameter.
  private void put(String key, String otherwise, String value) {
    told.putIfAbsent(
        told.containsKey(key) ? otherwise : key,
        value.substring(0, Math.min(value.length(), LONGEST)));
  }

  private static boolean isTold(RecordComponent component) {
    return FACTS.contains(component.getName())
        || Subject.class.isAssignableFrom(component.getType());
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
