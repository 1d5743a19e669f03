package lu.aifactory.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.platform.shared.SecretFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PackingTests {

  @TempDir Path home;

  private Packing packing() throws Exception {
    return new Packing(
        Envelopes.open(new SecretFile(home.resolve("documents.keyset"))),
        new Shelf(JdbcClient.create(new DriverManagerDataSource())),
        new Home(home),
        Clock.systemUTC());
  }

  @Test
  void leavesNothingOfAnUploadThatBreaksOff() throws Exception {
    var packing = packing();
    assertThatThrownBy(() ->
            packing.pack(
                new DocumentId(UUID.randomUUID()),
                () -> {
                  throw new IOException("broken off");
                }))
        .hasMessageContaining("broken off");
    assertThat(home.resolve("envelopes")).isEmptyDirectory();
  }

  @Test
  void removesAtStartWhatACrashLeftButNotWhatAnotherIsPacking() throws Exception {
    packing();
    var folder = home.resolve("envelopes");
    var old = Files.createFile(folder.resolve("packing-1.envelope"));
    var young = Files.createFile(folder.resolve("packing-2.envelope"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));

    packing();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void holdsOnePieceOfAnEnvelopeAtATime() throws Exception {
    var whole = new byte[] {1, -2, 3, 4, 5};
    var places = new ArrayList<Long>();
    try (var stream =
        new PiecewiseStream(place -> {
          places.add(place);
          return Arrays.copyOfRange(whole, (int) place, (int) Math.min(place + 2, whole.length));
        })) {
      assertThat(places).isEmpty();
      assertThat(stream.read()).isEqualTo(1);
      assertThat(places).containsExactly(0L);
      assertThat(stream.readAllBytes()).containsExactly(-2, 3, 4, 5);
      assertThat(places).containsExactly(0L, 2L, 4L, 5L);
    }
  }
}
