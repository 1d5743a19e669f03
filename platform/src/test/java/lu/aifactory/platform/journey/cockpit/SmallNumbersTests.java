package lu.aifactory.platform.journey.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lu.aifactory.platform.journey.cockpit.Figures.Group;
import org.junit.jupiter.api.Test;

class SmallNumbersTests {

  private static final int SMALLEST = 5;

  @Test
  void groupsOfTooFewAreSummedUpWithoutAName() {
    assertThat(SmallNumbers.merged(groups(12, 3, 2, 8), SMALLEST))
        .extracting(Group::name, Group::organisations)
        .containsExactly(tuple("g0", 12L), tuple("g3", 8L), tuple("", 5L));
  }

  @Test
  void theSmallestNamedOneJoinsASumThatIsItselfTooSmall() {
    assertThat(SmallNumbers.merged(groups(12, 1, 6), SMALLEST))
        .extracting(Group::organisations)
        .containsExactly(12L, 7L);
  }

  @Test
  void nothingIsShownWhereTheWholeIsTooSmall() {
    assertThat(SmallNumbers.merged(groups(1, 2), SMALLEST)).isEmpty();
  }

  @Test
  void nobodyIsNamedInASmallGroupAndNoSmallRestCanBeWorkedOutFromTheTotal() {
    var random = new Random(20261123);
    for (int run = 0; run < 3000; run++) {
      var sizes = new int[1 + random.nextInt(9)];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = 1 + random.nextInt(14);
      }
      var all = groups(sizes);
      var shown = SmallNumbers.merged(all, SMALLEST);
      assertThat(shown).allMatch(group -> group.organisations() >= SMALLEST);
      var total = all.stream().mapToLong(Group::organisations).sum();
      var seen = shown.stream().mapToLong(Group::organisations).sum();
      assertThat(total - seen)
          .satisfiesAnyOf(rest -> assertThat(rest).isZero(), _ -> assertThat(shown).isEmpty());
    }
  }

  private static List<Group> groups(int... sizes) {
    var groups = new ArrayList<Group>();
    for (int i = 0; i < sizes.length; i++) {
      groups.add(new Group("g" + i, sizes[i], sizes[i], 0, null));
    }
    return groups;
  }
}
