package lu.aifactory.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.Map;
import lu.aifactory.platform.schedule.WorkState.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JailedWorkplaceTests extends WorkplaceContract {

  @BeforeAll
  static void needsBubblewrap() {
    assumeTrue(JailedRunner.works(), "bubblewrap (bwrap) is missing or may not make jails here");
  }

  @Override
  Runner runner() {
    return new JailedRunner();
  }

  @Test
  void hasNoNetwork() throws Exception {
    var state = over(order(shell("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"), Map.of()));
    assertThat(state.tail()).isEqualTo("lo\n");
  }

  @Test
  void seesAndWritesNothingButItsFolder() throws Exception {
    var secret = Files.writeString(home.resolve("secret"), "x");
    var script =
        "cat "
            + secret
            + " 2>/dev/null && echo seen; ls /root /home 2>/dev/null && echo homes;"
            + " for place in / /usr /etc in; do touch $place/x 2>/dev/null && echo wrote $place; done;"
            + " touch /tmp/x out/x && echo fine";
    var state = over(order(shell(script), Map.of()));
    assertThat(state.tail()).isEqualTo("fine\n");
    assertThat(state.state()).isEqualTo(State.DONE);
  }

  @Test
  void seesNoOtherProcess() throws Exception {
    var state = over(order(shell("ls /proc | grep -c '^[0-9]*$'"), Map.of()));
    assertThat(Integer.parseInt(state.tail().strip())).isLessThan(8);
  }
}
