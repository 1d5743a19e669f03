package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.journey.AdvisorChoice.Candidate;
import lu.aifactory.platform.journey.AdvisorChoice.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdvisorChoiceTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Need FRENCH_BAKERY = new Need("C", "fr", TODAY);

  @Test
  void choosesTheAdvisorWhoSpeaksTheLanguageAndKnowsTheSector() {
    var ana = candidate("Ana", Set.of("C"), Set.of("fr"), 10, 5);
    var ben = candidate("Ben", Set.of("L"), Set.of("fr"), 10, 0);
    var choice = AdvisorChoice.among(List.of(ben, ana), FRENCH_BAKERY);
    assertThat(choice.advisor()).isEqualTo(ana.account().value());
    assertThat(choice.fits()).isTrue();
    assertThat(choice.others())
        .singleElement()
        .satisfies(other ->
            assertThat(keys(other.lacked())).containsExactly("journey.choice.does-not-know"));
  }

  @Test
  void takesTheBestAvailableAndSaysSoWhenNobodyFits() {
    var german = candidate("Uwe", Set.of("C"), Set.of("de"), 10, 0);
    var french = candidate("Luc", Set.of("L"), Set.of("fr"), 10, 0);
    var choice = AdvisorChoice.among(List.of(german, french), FRENCH_BAKERY);
    assertThat(choice.advisor()).isEqualTo(french.account().value());
    assertThat(choice.fits()).isFalse();
    assertThat(keys(choice.because())).startsWith("journey.choice.best-available");
  }

  @Test
  void choosesNobodyWhenEverybodyIsAway() {
    var away = absent(candidate("Ana", Set.of("C"), Set.of("fr"), 10, 0));
    var choice = AdvisorChoice.among(List.of(away), FRENCH_BAKERY);
    assertThat(choice.advisor()).isNull();
    assertThat(choice.others()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverChoosesSomebodyWhoIsAway(long seed) {
    var candidates = candidates(new Random(seed));
    var chosen = AdvisorChoice.among(candidates, FRENCH_BAKERY).advisor();
    assertThat(candidates)
        .filteredOn(one -> one.profile().absent(TODAY))
        .extracting(one -> one.account().value())
        .doesNotContain(chosen);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void choosesTheSameAdvisorInWhateverOrderTheyAreListed(long seed) {
    var random = new Random(seed);
    var candidates = candidates(random);
    var shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, random);
    assertThat(AdvisorChoice.among(shuffled, FRENCH_BAKERY))
        .isEqualTo(AdvisorChoice.among(candidates, FRENCH_BAKERY));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void choosesSomebodyWhoFitsWheneverSomebodyDoes(long seed) {
    var candidates = candidates(new Random(seed));
    var somebodyFits =
        candidates.stream()
            .anyMatch(one -> !one.profile().absent(TODAY) && one.fits(FRENCH_BAKERY));
    assertThat(AdvisorChoice.among(candidates, FRENCH_BAKERY).fits()).isEqualTo(somebodyFits);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void saysOfEveryOtherWhatSpokeAgainstThem(long seed) {
    var candidates = candidates(new Random(seed));
    var choice = AdvisorChoice.among(candidates, FRENCH_BAKERY);
    assertThat(choice.others()).hasSize(candidates.size() - (choice.advisor() == null ? 0 : 1));
    assertThat(choice.others()).allSatisfy(other -> assertThat(other.lacked()).isNotEmpty());
  }

  static List<Long> seeds() {
    return new Random(20261123).longs(200).boxed().toList();
  }

  private static List<Candidate> candidates(Random random) {
    var all = new ArrayList<Candidate>();
    for (int n = random.nextInt(1, 9); n > 0; n--) {
      var one =
          candidate(
              "Advisor " + n,
              some(random, "A", "C", "L"),
              some(random, "fr", "de", "en", "lb"),
              random.nextInt(0, 12),
              random.nextInt(0, 12));
      all.add(random.nextInt(4) == 0 ? absent(one) : one);
    }
    return all;
  }

  private static Set<String> some(Random random, String... values) {
    var chosen = new HashSet<String>();
    for (var value : values) {
      if (random.nextBoolean()) {
        chosen.add(value);
      }
    }
    return chosen;
  }

  private static Candidate candidate(
      String name, Set<String> sectors, Set<String> languages, int capacity, int load) {
    return new Candidate(
        new AccountId(UUID.nameUUIDFromBytes(name.getBytes())),
        name,
        new AdvisorProfile(sectors, languages, capacity, null, null, null, 1),
        load);
  }

  private static Candidate absent(Candidate one) {
    var there = one.profile();
    return new Candidate(
        one.account(),
        one.name(),
        new AdvisorProfile(
            there.sectors(),
            there.languages(),
            there.capacity(),
            TODAY.minusDays(1),
            TODAY,
            null,
            1),
        one.load());
  }

  private static List<String> keys(List<AdvisorChoice.Line> lines) {
    return lines.stream().map(AdvisorChoice.Line::message).toList();
  }
}
