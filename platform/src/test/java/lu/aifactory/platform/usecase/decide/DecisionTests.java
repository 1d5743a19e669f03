package lu.aifactory.platform.usecase.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.Answer;
import lu.aifactory.platform.usecase.Answers;
import lu.aifactory.platform.usecase.Capacity;
import lu.aifactory.platform.usecase.UseCaseRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTests {

  private static final UUID OWNER = new UUID(0, 10);
  private static final UUID ADVISOR = new UUID(0, 20);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  static IntStream seeds() {
    return IntStream.range(0, 120);
  }

  @Test
  void bothSidesSignTheSameContentAndThenItIsSealed() {
    var standing = Standing.fresh(Examples.complete(new Random(1)));
    standing = done(standing, sign(standing, Capacity.ORGANISATION, OWNER));
    standing = done(standing, sign(standing, Capacity.ADVISOR, ADVISOR));

    assertThat(changes(standing, new Command.Seal()))
        .containsExactly(new Change.WasSealed(hash(standing)));
  }

  @Test
  void becomesDecisionReadyWithTheSecondSignature() {
    var standing = Standing.fresh(Examples.complete(new Random(2)));
    standing = done(standing, sign(standing, Capacity.ADVISOR, ADVISOR));

    assertThat(changes(standing, sign(standing, Capacity.ORGANISATION, OWNER)))
        .contains(new Change.BecameDecisionReady());
  }

  @Test
  void refusesToSealWithOneSignatureAndNamesTheOther() {
    var standing = Standing.fresh(Examples.complete(new Random(3)));
    standing = done(standing, sign(standing, Capacity.ADVISOR, ADVISOR));

    assertThat(refusal(standing, new Command.Seal()))
        .isEqualTo(new UseCaseRefusal.SignaturesMissing(List.of(Capacity.ORGANISATION)));
  }

  @Test
  void refusesThatOnePersonSignsForBothSides() {
    var standing = Standing.fresh(Examples.complete(new Random(4)));
    standing = done(standing, sign(standing, Capacity.ORGANISATION, OWNER));

    assertThat(refusal(standing, sign(standing, Capacity.ADVISOR, OWNER)))
        .isEqualTo(new UseCaseRefusal.SignedForTheOtherSide());
  }

  @Test
  void refusesASignatureUnderContentThatTheSignerDidNotSee() {
    var standing = Standing.fresh(Examples.complete(new Random(5)));
    var sign = new Command.Sign(Capacity.ADVISOR, ADVISOR, "A", "0".repeat(64), NOON);

    assertThat(refusal(standing, sign)).isEqualTo(new UseCaseRefusal.NotWhatWasShown());
  }

  @Test
  void signingTwiceChangesNothing() {
    var standing = Standing.fresh(Examples.complete(new Random(6)));
    standing = done(standing, sign(standing, Capacity.ADVISOR, ADVISOR));

    assertThat(changes(standing, sign(standing, Capacity.ADVISOR, ADVISOR))).isEmpty();
  }

  @Test
  void refusesEverythingOnceSealed() {
    var standing = sealed(new Random(7));
    var commands =
        List.of(
            new Command.SaveSection("value", Answers.none(), standing.version("value")),
            new Command.Retitle("Other", standing.titleVersion()),
            sign(standing, Capacity.ADVISOR, ADVISOR),
            new Command.Withdraw(Capacity.ADVISOR, ADVISOR),
            new Command.Seal());

    for (var command : commands) {
      assertThat(refusal(standing, command)).isEqualTo(new UseCaseRefusal.IsSealed());
    }
  }

  @Test
  void refusesAStaleVersionButNotTheSameContentAgain() {
    var standing = Standing.fresh(Examples.empty());
    var first = Examples.complete(Examples.DEFINITION.sections().getFirst(), new Random(8));
    var other = Examples.complete(Examples.DEFINITION.sections().getFirst(), new Random(9));
    standing = done(standing, new Command.SaveSection("recommendation", first, 0));

    assertThat(refusal(standing, new Command.SaveSection("recommendation", other, 0)))
        .isEqualTo(new Refusal.Changed(1));
    assertThat(changes(standing, new Command.SaveSection("recommendation", first, 0))).isEmpty();
  }

  @Test
  void saysWhenASectionAndWhenAllAreComplete() {
    var content = Examples.complete(new Random(10));
    var standing = Standing.fresh(content.with("plan", Answers.none()));

    assertThat(changes(standing, new Command.SaveSection("plan", content.section("plan"), 0)))
        .contains(new Change.SectionCompleted("plan"), new Change.GateOpened());
  }

  @Test
  void onlyTheSignerWithdraws() {
    var standing = Standing.fresh(Examples.complete(new Random(11)));
    standing = done(standing, sign(standing, Capacity.ADVISOR, ADVISOR));

    assertThat(refusal(standing, new Command.Withdraw(Capacity.ADVISOR, OWNER)))
        .isEqualTo(new UseCaseRefusal.NotSigned());
    standing = done(standing, new Command.Withdraw(Capacity.ADVISOR, ADVISOR));
    assertThat(standing.signatures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyEditAfterSignOffVoidsBoth(int seed) {
    var random = new Random(seed);
    var standing = Standing.fresh(Examples.complete(random));
    standing = done(standing, sign(standing, Capacity.ORGANISATION, OWNER));
    standing = done(standing, sign(standing, Capacity.ADVISOR, ADVISOR));
    var before = hash(standing);

    standing = done(standing, anyEdit(standing, random));

    assertThat(standing.signatures()).as("seed %d", seed).isEmpty();
    assertThat(hash(standing)).isNotEqualTo(before);
    assertThat(refusal(standing, new Command.Seal())).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theGateNeverPassesWithAMissingSection(int seed) {
    var random = new Random(seed);
    var content = Examples.complete(random);
    var sections = Examples.DEFINITION.sections();
    var gone = sections.get(random.nextInt(sections.size())).key();
    var standing = Standing.fresh(content.with(gone, Answers.none()));

    assertThat(refusal(standing, sign(standing, Capacity.ADVISOR, ADVISOR)))
        .isInstanceOfSatisfying(
            UseCaseRefusal.NotComplete.class,
            refusal -> assertThat(refusal.sections()).contains(gone));
    assertThat(refusal(standing, new Command.Seal()))
        .isInstanceOf(UseCaseRefusal.NotComplete.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noSequenceOfCommandsSealsWhatBothSidesDidNotSign(int seed) {
    var random = new Random(seed);
    var standing = Standing.fresh(Examples.complete(random));
    for (int step = 0; step < 12; step++) {
      var command =
          switch (random.nextInt(5)) {
            case 0 -> anyEdit(standing, random);
            case 1 -> sign(standing, Capacity.ORGANISATION, OWNER);
            case 2 -> sign(standing, Capacity.ADVISOR, random.nextBoolean() ? ADVISOR : OWNER);
            case 3 -> new Command.Withdraw(Capacity.ADVISOR, ADVISOR);
            default -> new Command.Seal();
          };
      var signed = standing.isSignedByBoth(hash(standing));
      var outcome = decide(standing, command);
      if (outcome instanceof Outcome.Done<List<Change>>(var changes)) {
        if (command instanceof Command.Seal) {
          assertThat(signed).as("seed %d", seed).isTrue();
        }
        for (var change : changes) {
          standing = standing.after(change);
        }
      }
    }
  }

  private static Command anyEdit(Standing standing, Random random) {
    if (random.nextInt(8) == 0) {
      return new Command.Retitle("Title " + random.nextInt(), standing.titleVersion());
    }
    var sections = Examples.DEFINITION.sections();
    var section = sections.get(random.nextInt(sections.size()));
    var answers = new TreeMap<>(standing.content().section(section.key()).fields());
    var fields = new ArrayList<>(answers.keySet());
    if (fields.isEmpty() || random.nextBoolean()) {
      answers.put(section.fields().getFirst().key(), new Answer.Text("edit " + random.nextInt()));
    } else {
      answers.remove(fields.get(random.nextInt(fields.size())));
    }
    return new Command.SaveSection(
        section.key(), new Answers(answers), standing.version(section.key()));
  }

  private static Standing sealed(Random random) {
    var standing = Standing.fresh(Examples.complete(random));
    standing = done(standing, sign(standing, Capacity.ORGANISATION, OWNER));
    standing = done(standing, sign(standing, Capacity.ADVISOR, ADVISOR));
    return done(standing, new Command.Seal());
  }

  private static Command.Sign sign(Standing standing, Capacity capacity, UUID signer) {
    return new Command.Sign(capacity, signer, "Somebody", hash(standing), NOON);
  }

  private static String hash(Standing standing) {
    return Examples.assess(standing.content()).hash();
  }

  private static Outcome<List<Change>> decide(Standing standing, Command command) {
    return new Decision(standing, Examples::assess).on(command);
  }

  private static List<Change> changes(Standing standing, Command command) {
    return switch (decide(standing, command)) {
      case Outcome.Done<List<Change>>(var changes) -> changes;
      case Outcome.Refused<List<Change>>(var why) -> throw new AssertionError("refused: " + why);
    };
  }

  private static Refusal refusal(Standing standing, Command command) {
    return switch (decide(standing, command)) {
      case Outcome.Done<List<Change>>(var changes) -> throw new AssertionError("done: " + changes);
      case Outcome.Refused<List<Change>>(var why) -> why;
    };
  }

  private static Standing done(Standing standing, Command command) {
    var after = standing;
    for (var change : changes(standing, command)) {
      after = after.after(change);
    }
    return after;
  }
}
