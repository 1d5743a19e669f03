package lu.aifactory.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.audit.Verification.Broken;
import lu.aifactory.platform.audit.Verification.Intact;
import lu.aifactory.platform.audit.Verification.What;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever owns the database can write what they like; it is found, and the entry is named.
class TamperingTests {

  private @TempDir Path home;
  private TrailFixture audit;
  private List<UUID> chain;

  @BeforeEach
  void writeSixEntries() throws Exception {
    audit = new TrailFixture(home);
    chain = audit.sealed(6);
    assertThat(audit.verify()).isEqualTo(new Intact(6, 0, 6, 6));
  }

  @AfterEach
  void close() {
    audit.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit_entry", "audit_link", "audit_checkpoint"})
  void refusesUpdateDeleteAndTruncate(String table) {
    for (var statement :
        List.of(
            "delete from " + table,
            "truncate " + table,
            "update " + table + " set " + column(table)))
      assertThatThrownBy(() -> audit.jdbc.sql(statement).update())
          .hasMessageContaining("append-only");
  }

  private static String column(String table) {
    return table.equals("audit_entry") ? "action = 'x'" : "place = place + 1";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'account:x'",
        "actor_name = 'Zoe'",
        "action = 'test.undone'",
        "subject_kind = 'other'",
        "subject_id = 'other'",
        "organisation = null",
        "outside = true",
        "request = null",
        "at = at + interval '1 microsecond'",
        "details = details || '{\"name\": 3}'",
        "details = details - 'note'"
      })
  void namesEntryOfWhichAnyColumnWasChanged(String change) {
    audit.tamper("update audit_entry set " + change + " where id = '" + chain.get(2) + "'");
    found(What.CHANGED, 3, 2);
  }

  @Test
  void findsDeletedEntry() {
    audit.tamper("delete from audit_entry where id = '" + chain.get(3) + "'");
    found(What.MISSING, 4, 3);
  }

  @Test
  void findsDeletedEntryAndLink() {
    audit.tamper(
        "delete from audit_entry where id = '" + chain.get(3) + "'",
        "delete from audit_link where place = 4");
    assertThat(audit.verify()).isEqualTo(new Broken(What.MISSING, 4, 3, null));
  }

  @Test
  void findsDeletedEntryWhoseGapWasClosed() {
    audit.tamper(
        "delete from audit_entry where id = '" + chain.get(3) + "'",
        "delete from audit_link where place = 4",
        "update audit_link set place = place + 100 where place > 4",
        "update audit_link set place = place - 101 where place > 100");
    assertThat(audit.verify()).isEqualTo(new Broken(What.MISSING, 4, 3, chain.get(4)));
  }

  @Test
  void findsExchangedLinks() {
    audit.tamper(
        "update audit_link set place = 100 where place = 2",
        "update audit_link set place = 2 where place = 3",
        "update audit_link set place = 3 where place = 100");
    assertThat(audit.verify()).isEqualTo(new Broken(What.REORDERED, 2, 1, chain.get(2)));
  }

  @Test
  void findsEntryPutBetween() {
    var slipped = UUID.randomUUID();
    var hash = "sha256('" + slipped + "')";
    audit.tamper(
        copy(slipped),
        "update audit_link set place = place + 100 where place > 3",
        "update audit_link set place = place - 99 where place > 100",
        "insert into audit_link select 4, '"
            + slipped
            + "', sha256('x'), hash, "
            + hash
            + " from audit_link where place = 3");
    assertThat(audit.verify())
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.entry()).isEqualTo(slipped));
  }

  @Test
  void findsEntryPutBetweenWithRightHashes() {
    var slipped = UUID.randomUUID();
    audit.tamper(copy(slipped));
    var digest = Canonical.digest(audit.entries.entry(slipped).orElseThrow().recorded());
    var previous =
        audit
            .jdbc
            .sql("select encode(hash, 'hex') from audit_link where place = 3")
            .query(String.class)
            .single();
    audit.tamper(
        "update audit_link set place = place + 100 where place > 3",
        "update audit_link set place = place - 99 where place > 100");
    audit
        .jdbc
        .sql(
            "insert into audit_link values (4, ?, decode(?, 'hex'), decode(?, 'hex'), decode(?, 'hex'))")
        .params(slipped, digest, previous, Canonical.link(4, previous, slipped, digest))
        .update();
    assertThat(audit.verify())
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.place()).isEqualTo(4);
              assertThat(broken.entry()).isEqualTo(slipped);
            });
  }

  @Test
  void findsEntryPutBetweenSinceLastCheckpoint() throws Exception {
    for (int n = 0; n < 3; n++) audit.write(TrailFixture.entry("test.done", "young " + n));
    audit.sealer(Duration.ofHours(1)).seal();
    var slipped = UUID.randomUUID();
    audit.tamper(copy(slipped));
    var digest = Canonical.digest(audit.entries.entry(slipped).orElseThrow().recorded());
    var previous =
        audit
            .jdbc
            .sql("select encode(hash, 'hex') from audit_link where place = 7")
            .query(String.class)
            .single();
    audit.tamper(
        "update audit_link set place = place + 100 where place > 7",
        "update audit_link set place = place - 99 where place > 100");
    audit
        .jdbc
        .sql(
            "insert into audit_link values (8, ?, decode(?, 'hex'), decode(?, 'hex'), decode(?, 'hex'))")
        .params(slipped, digest, previous, Canonical.link(8, previous, slipped, digest))
        .update();
    assertThat(audit.verify()).isEqualTo(new Broken(What.INSERTED, 8, 6, slipped));
  }

  @Test
  void findsEntryThatNeverCameThroughThePlatform() {
    var slipped = UUID.randomUUID();
    audit.tamper(copy(slipped));
    assertThat(audit.verify()).isEqualTo(new Broken(What.INSERTED, 7, 6, slipped));
  }

  @Test
  void findsRewrittenLink() {
    audit.tamper("update audit_link set hash = sha256('x') where place = 5");
    found(What.RELINKED, 5, 4);
  }

  @Test
  void findsChainThatWasComputedAnew() {
    rewriteFromFourth();
    found(What.REWRITTEN, 4, 3);
  }

  @Test
  void findsChainThatWasComputedAnewWithoutItsCheckpoints() {
    rewriteFromFourth();
    audit.tamper("delete from audit_checkpoint where place >= 4");
    found(What.REWRITTEN, 4, 3);
  }

  @Test
  void findsCheckpointMadeWithAnotherKey() {
    rewriteFromFourth();
    audit.tamper(
        "update audit_checkpoint c set hash = l.hash from audit_link l where l.place = c.place");
    found(What.FORGED, 4, 3);
  }

  @Test
  void findsCheckpointGoneFromDatabase() {
    audit.tamper("delete from audit_checkpoint where place = 5");
    found(What.UNSIGNED, 5, 4);
  }

  @Test
  void findsCutTailByTheFileOutside() {
    audit.tamper(
        "delete from audit_entry where number > 4",
        "delete from audit_link where place > 4",
        "delete from audit_checkpoint where place > 4");
    assertThat(audit.verify()).isEqualTo(new Broken(What.CUT, 5, 6, null));
  }

  @Test
  void findsCutTailAfterTheChainGrewAgain() throws Exception {
    audit.tamper(
        "delete from audit_entry where number > 4",
        "delete from audit_link where place > 4",
        "delete from audit_checkpoint where place > 4");
    for (int n = 0; n < 4; n++) {
      audit.write(TrailFixture.entry("test.done", "later " + n));
      audit.sealer().sealAndSign();
    }
    assertThat(audit.verify())
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.what()).isEqualTo(What.REWRITTEN);
              assertThat(broken.confirmedTo()).isEqualTo(4);
            });
  }

  @Test
  void passesOverHalfALineThatACrashLeft() throws Exception {
    var file = home.resolve("audit/checkpoints.log");
    Files.writeString(file, Files.readString(file) + "7 abc");
    audit.write(TrailFixture.entry("test.done", "x"));
    audit.sealer().sealAndSign();
    assertThat(audit.verify()).isEqualTo(new Intact(7, 0, 7, 7));
  }

  @Test
  void trustsCheckpointsOfAnEarlierKey() throws Exception {
    Files.move(home.resolve("keys/audit.pub"), home.resolve("keys/audit-before.pub"));
    Files.delete(home.resolve("keys/audit.pem"));
    audit.write(TrailFixture.entry("test.done", "x"));
    audit.sealer().sealAndSign();
    assertThat(audit.verify()).isEqualTo(new Intact(7, 0, 7, 7));
  }

  @Test
  void saysInFourLanguagesWhatIsWrong() {
    for (var language : List.of("en", "fr", "de", "lb"))
      for (var what : What.values())
        assertThat(new Broken(what, 5, 4, chain.get(4)).sentence(Locale.of(language)))
            .isNotBlank()
            .doesNotContain("{");
  }

  private void found(What what, int place, int confirmed) {
    assertThat(audit.verify()).isEqualTo(new Broken(what, place, confirmed, chain.get(place - 1)));
  }

  private void rewriteFromFourth() {
    audit.tamper(
        "update audit_entry set actor_name = 'Somebody else' where id = '" + chain.get(3) + "'");
    var previous =
        audit
            .jdbc
            .sql("select encode(hash, 'hex') from audit_link where place = 3")
            .query(String.class)
            .single();
    for (int place = 4; place <= 6; place++) {
      var entry = chain.get(place - 1);
      var digest = Canonical.digest(audit.entries.entry(entry).orElseThrow().recorded());
      var hash = Canonical.link(place, previous, entry, digest);
      audit.tamper(
          "update audit_link set digest = "
              + hex(digest)
              + ", previous = "
              + hex(previous)
              + ", hash = "
              + hex(hash)
              + " where place = "
              + place);
      previous = hash;
    }
  }

  private static String hex(String hash) {
    return "'\\x" + hash + "'";
  }

  private String copy(UUID id) {
    return "insert into audit_entry (id, at, actor, actor_name, action, subject_kind, subject_id, organisation, outside, details, request)"
        + " select '"
        + id
        + "', at, actor, actor_name, 'test.slipped-in', subject_kind, subject_id, organisation, outside, details, request"
        + " from audit_entry where id = '"
        + chain.get(3)
        + "'";
  }
}
