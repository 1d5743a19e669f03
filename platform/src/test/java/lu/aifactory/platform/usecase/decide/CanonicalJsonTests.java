package lu.aifactory.platform.usecase.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTests {

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @Test
  void writesWhatTheRfcAsksFor() {
    var value = new LinkedHashMap<String, Object>();
    value.put("numbers", List.of(new BigDecimal("4.50"), new BigDecimal("2E+3"), 0));
    value.put("literals", List.of(true, false));
    value.put("string", "€$\u000f\nA'B\"\\\\\"/");

    assertThat(CanonicalJson.write(value))
        .isEqualTo(
            "{\"literals\":[true,false],\"numbers\":[4.5,2000,0],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void hashesTheBytesOfTheText() {
    assertThat(CanonicalJson.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isIndependentOfTheOrderOfKeys(int seed) {
    var plain = Examples.assess(Examples.complete(new Random(seed))).plain();

    assertThat(CanonicalJson.write(shuffled(plain, new Random(seed + 1000))))
        .as("seed %d", seed)
        .isEqualTo(CanonicalJson.write(plain));
  }

  private static Object shuffled(Object value, Random random) {
    return switch (value) {
      case Map<?, ?> object -> {
        var keys = new ArrayList<Object>(object.keySet());
        Collections.shuffle(keys, random);
        var mixed = new LinkedHashMap<Object, Object>();
        keys.forEach(key -> mixed.put(key, shuffled(object.get(key), random)));
        yield mixed;
      }
      case List<?> list -> list.stream().map(item -> shuffled(item, random)).toList();
      default -> value;
    };
  }
}
