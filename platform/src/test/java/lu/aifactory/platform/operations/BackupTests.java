package lu.aifactory.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.postgres.TestDatabase;
import lu.aifactory.postgres.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever the running application holds comes back from its backup, and nothing else is taken for one.
@PlatformTest
@Tag("slow")
class BackupTests {

  private static final String UNCHANGED = "nothing was changed";

  @Autowired Environment settings;
  @Autowired DataSource running;
  @Autowired Cases cases;
  @Autowired Home runningHome;
  @Autowired Identity identity;
  @TempDir Path folder;
  private TestDatabase empty;
  private Path file;

  @BeforeEach
  void somewhere() {
    empty = TestPostgres.database();
    file = folder.resolve("factory.backup");
  }

  @AfterEach
  void close() {
    empty.close();
  }

  @Test
  void aRestoredFactoryAnswersEveryQueryAsBefore() throws Exception {
    cases.open();
    var before = Digests.of(running);
    Ran backup = backUp();
    for (int attempt = 0; attempt < 20 && !before.equals(Digests.of(running)); attempt++) {
      // The sealer was at work in between.
      Thread.sleep(1000);
      Files.delete(file);
      Files.delete(key());
      before = Digests.of(running);
      backup = backUp();
    }
    assertThat(backup.out()).contains("rows", key().toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    var home = folder.resolve("new-home");
    var restored = restore(home);
    assertThat(restored.err()).isEmpty();
    assertThat(restored.out()).contains("The audit trail is intact.");
    assertThat(restored.status()).isZero();
    assertThat(Digests.of(empty.dataSource())).isEqualTo(before);
    assertThat(home.resolve("keys/audit.pem"))
        .hasSameBinaryContentAs(runningHome.directory().resolve("keys/audit.pem"));
    assertThat(home.resolve("restore-unfinished")).doesNotExist();
    assertThat(Ran.on(empty, home, "audit", "verify").status()).isZero();
  }

  @Test
  void aBackupTakenDuringWritesShowsOneMoment() throws Exception {
    var stop = new AtomicBoolean();
    var owner = account();
    var writers =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(writer ->
                Thread.ofVirtual()
                    .start(() -> {
                      while (!stop.get())
                        identity.found(new OrganisationId(UUID.randomUUID()), "Moment", owner);
                    }))
            .toList();
    Thread.sleep(700);
    var backup = backUp();
    stop.set(true);
    for (var writer : writers) writer.join();
    assertThat(backup.err()).isEmpty();
    assertThat(restore(folder.resolve("new-home")).status()).isZero();
    var jdbc = JdbcClient.create(empty.dataSource());
    var founded =
        """
        select count(*) from organisation o full join
          (select * from audit_entry where action = 'organisation.founded') e
          on e.subject_id = o.id::text
        where (o.name = 'Moment' and e.id is null) or (o.id is null)
        """;
    assertThat(jdbc.sql(founded).query(Long.class).single()).isZero();
    assertThat(
            jdbc.sql("select count(*) from organisation where name = 'Moment'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void aChangedByteAnywhereIsRefused() throws Exception {
    assertThat(backUp().status()).isZero();
    var genuine = Files.readAllBytes(file);
    var random = new Random(20261123);
    for (int n = 0; n < 60; n++) {
      var changed = genuine.clone();
      int position = n < 20 ? random.nextInt(200) : random.nextInt(changed.length);
      changed[position] ^= (byte) (1 << random.nextInt(8));
      refused(changed, "byte " + position);
    }
    for (int n = 0; n < 10; n++) {
      int length = random.nextInt(genuine.length);
      refused(Arrays.copyOf(genuine, length), "length " + length);
    }
    refused(Arrays.copyOf(genuine, genuine.length - 1), "last byte gone");
    refused(Arrays.copyOf(genuine, genuine.length + 1), "one byte more");
    Files.write(file, genuine);
    assertThat(restore(folder.resolve("untouched")).status()).isZero();
  }

  private void refused(byte[] backup, String how) throws Exception {
    Files.write(file, backup);
    var ran = restore(folder.resolve("untouched"));
    assertThat(ran.status()).as(how).isEqualTo(2);
    assertThat(ran.err()).as(how).contains(UNCHANGED).hasLineCount(1);
    assertThat(folder.resolve("untouched")).doesNotExist();
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    assertThat(backUp().status()).isZero();
    var other = folder.resolve("other.key");
    BackupKey.fresh().write(other);
    var refused = restore(folder.resolve("new-home"), "--key", other.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("key does not belong", UNCHANGED);
    Files.delete(key());
    assertThat(restore(folder.resolve("new-home")).err()).contains("--key FILE");
  }

  @Test
  void aKeyServesSeveralBackups() {
    assertThat(backUp().status()).isZero();
    var second = folder.resolve("second.backup");
    assertThat(onRunning("backup", second.toString(), "--key", key().toString()).status()).isZero();
    assertThat(folder.resolve("second.backup.key")).doesNotExist();
    var restored =
        Ran.on(empty, folder.resolve("new-home"), "restore", second.toString(), "--key=" + key());
    assertThat(restored.status()).isZero();
  }

  @Test
  void aBackupFromANewerApplicationIsRefused() throws Exception {
    var home = folder.resolve("home");
    assertThat(backUp().status()).isZero();
    assertThat(restore(home).status()).isZero();
    JdbcClient.create(empty.dataSource())
        .sql(
            """
            insert into flyway_schema_history_journey
              select installed_rank + 1, '99', 'later things', type, script, checksum, installed_by, now(), 1, true
              from flyway_schema_history_journey order by installed_rank desc limit 1
            """)
        .update();
    var newer = folder.resolve("newer.backup");
    assertThat(Ran.on(empty, home, "backup", newer.toString()).status()).isZero();
    try (var other = TestPostgres.database()) {
      var refused = Ran.on(other, folder.resolve("other"), "restore", newer.toString());
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err())
          .contains("does not have migration 99 (later things) of the room journey", UNCHANGED)
          .hasLineCount(1);
      assertThat(Digests.of(other.dataSource())).isEmpty();
    }
  }

  @Test
  void aNewerFormatIsRefused() throws Exception {
    assertThat(backUp().status()).isZero();
    var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, bytes.replaceFirst("\"format\":1", "\"format\":2"), StandardCharsets.ISO_8859_1);
    assertThat(restore(folder.resolve("new-home")).err()).contains("newer format", UNCHANGED);
  }

  @Test
  void nothingThatExistsIsOverwritten() throws Exception {
    assertThat(backUp().status()).isZero();
    var size = Files.size(file);
    assertThat(backUp().err()).contains("exists already");
    assertThat(Files.size(file)).isEqualTo(size);
    assertThat(onRunning("restore", file.toString()).err()).contains("empty home", UNCHANGED);
    var intoUsed =
        Ran.on(
            settings.getRequiredProperty("spring.datasource.url"),
            settings.getRequiredProperty("spring.datasource.username"),
            settings.getRequiredProperty("spring.datasource.password"),
            folder.resolve("new-home"),
            "restore",
            file.toString());
    assertThat(intoUsed.err()).contains("empty database", UNCHANGED);
  }

  @Test
  void theAuditCheckNamesAnEntryOfWhichOneByteWasChanged() throws Exception {
    cases.open();
    var home = folder.resolve("home");
    assertThat(backUp().status()).isZero();
    assertThat(restore(home).status()).isZero();
    var jdbc = JdbcClient.create(empty.dataSource());
    var id =
        jdbc.sql("select entry from audit_link order by place desc limit 1")
            .query(UUID.class)
            .single();
    jdbc.sql("alter table audit_entry disable trigger user").update();
    jdbc.sql(
            "update audit_entry set actor_name = overlay(actor_name placing 'X' from 1 for 1) where id = ?")
        .param(id)
        .update();
    var number =
        jdbc.sql("select number from audit_entry where id = ?")
            .param(id)
            .query(Long.class)
            .single();
    var checked = Ran.on(empty, home, "audit", "verify");
    assertThat(checked.status()).isEqualTo(1);
    assertThat(checked.out())
        .contains("was changed after it was written", id.toString(), "number " + number);
  }

  @Test
  void whatCannotBeUnderstoodOrReachedIsSaidInOneSentence() throws Exception {
    assertThat(onRunning("audit", "vrify").err()).contains("Understood are");
    var nobody = Ran.on("jdbc:postgresql://127.0.0.1:1/none", "u", "p", folder, "audit", "verify");
    assertThat(nobody.status()).isEqualTo(2);
    assertThat(nobody.err()).contains("127.0.0.1:1").hasLineCount(1);
    var noHome = folder.resolve("nothing");
    var embedded = Ran.on("embedded", "", "", noHome, "backup", file.toString());
    assertThat(embedded.err()).contains("There is no factory in " + noHome);
    assertThat(Ran.on(empty, folder, "backup", file.toString()).err()).contains("holds no factory");
    assertThat(file).doesNotExist();
    Files.write(file, ByteBuffer.allocate(5000).array());
    Files.writeString(key(), "{}");
    assertThat(restore(noHome).err()).contains("is no key of a backup");
  }

  private AccountId account() {
    var id = new AccountId(UUID.randomUUID());
    identity.open(
        id, new NewAccount(id.value() + "@example.org", "Owner", "en", "a long enough secret"));
    return id;
  }

  private Path key() {
    return Order.keyBeside(file);
  }

  private Ran backUp() {
    return onRunning("backup", file.toString());
  }

  private Ran onRunning(String... words) {
    return Ran.on(
        settings.getRequiredProperty("spring.datasource.url"),
        settings.getRequiredProperty("spring.datasource.username"),
        settings.getRequiredProperty("spring.datasource.password"),
        runningHome.directory(),
        words);
  }

  private Ran restore(Path home, String... further) {
    var words = new java.util.ArrayList<>(java.util.List.of("restore", file.toString()));
    words.addAll(java.util.List.of(further));
    return Ran.on(empty, home, words.toArray(String[]::new));
  }
}
