package lu.aifactory.platform.journey.cockpit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lu.aifactory.platform.journey.cockpit.Figures.Group;

/// Keeps a single organisation from being recognised among figures by group. Groups of too few organisations are summed
/// up in one without a name. If that one is itself too small, the smallest named group joins it: otherwise the total
/// would give it away.
final class SmallNumbers {

  private SmallNumbers() {}

  /// @param smallest how many organisations a group needs to be named
  static List<Group> merged(List<Group> groups, int smallest) {
    var bySize =
        groups.stream()
            .sorted(Comparator.comparingLong(Group::organisations).thenComparing(Group::name))
            .toList();
    var named = new ArrayList<Group>();
    var rest = new ArrayList<Group>();
    for (var group : bySize) {
      var hidden = rest.stream().mapToLong(Group::organisations).sum();
      var tooSmall = group.organisations() < smallest;
      if (tooSmall || (!rest.isEmpty() && hidden < smallest)) {
        rest.add(group);
      } else {
        named.add(group);
      }
    }
    named.sort(Comparator.comparingLong(Group::engagements).reversed().thenComparing(Group::name));
    var hidden = rest.stream().mapToLong(Group::organisations).sum();
    if (hidden >= smallest) {
      named.add(
          new Group(
              "",
              hidden,
              rest.stream().mapToLong(Group::engagements).sum(),
              rest.stream().mapToLong(Group::inProduction).sum(),
              null));
    }
    return List.copyOf(named);
  }
}
