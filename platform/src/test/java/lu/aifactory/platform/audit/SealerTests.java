package lu.aifactory.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import lu.aifactory.platform.audit.Verification.Intact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

class SealerTests {

  private @TempDir Path home;
  private TrailFixture audit;

  @BeforeEach
  void open() {
    audit = new TrailFixture(home);
  }

  @AfterEach
  void close() {
    audit.close();
  }

  @Test
  void refusesEntryOutsideOfTransaction() {
    var transactions = new JdbcTransactionManager(audit.source);
    var factory = new ProxyFactory(audit.trail);
    factory.setProxyTargetClass(true);
    factory.addAdvice(
        new TransactionInterceptor(
            (TransactionManager) transactions, new AnnotationTransactionAttributeSource()));
    var trail = (AuditTrail) factory.getProxy();
    assertThatThrownBy(() -> trail.append(TrailFixture.entry("a", "b")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void keepsNoEntryOfRolledBackTransaction() throws Exception {
    audit.transactions.executeWithoutResult(status -> {
      audit.trail.append(TrailFixture.entry("test.done", "x"));
      status.setRollbackOnly();
    });
    assertThat(audit.sealer().seal()).isZero();
    assertThat(audit.verify()).isEqualTo(new Intact(0, 0, 0, 0));
  }

  @Test
  void linksEntryWhoseTransactionCommitsAfterLaterOnes() throws Exception {
    var written = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    var late =
        Thread.ofVirtual()
            .start(() ->
                audit.transactions.executeWithoutResult(_ -> {
                  audit.trail.append(TrailFixture.entry("test.done", "late"));
                  written.countDown();
                  await(commit);
                }));
    await(written);
    audit.write(TrailFixture.entry("test.done", "early"));
    assertThat(audit.sealer().seal()).isEqualTo(1);
    commit.countDown();
    late.join();
    assertThat(audit.sealer().seal()).isEqualTo(1);
    var order =
        audit.chain().stream()
            .map(id -> audit.entries.entry(id).orElseThrow().recorded().entry().subjectId());
    assertThat(order).containsExactly("early", "late");
    assertThat(audit.verify()).isEqualTo(new Intact(2, 0, 2, 2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void losesNoEntryAndKeepsOrderWithManyWritersAndTwoSealers(long seed) throws Exception {
    int writers = 8;
    int each = 60;
    var tick = new AtomicLong();
    var begun = new ConcurrentHashMap<String, Long>();
    var committed = new ConcurrentHashMap<String, Long>();
    var rolledBack = new AtomicLong();
    var over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sealing = new ArrayList<Future<?>>();
      for (int s = 0; s < 2; s++)
        sealing.add(
            threads.submit(() -> {
              while (!over.get()) audit.sealer(Duration.ofMillis(20)).seal();
              return null;
            }));
      var writing = new ArrayList<Future<?>>();
      for (int w = 0; w < writers; w++) {
        var random = new Random(seed * 1000 + w);
        var writer = "writer " + w + " entry ";
        writing.add(
            threads.submit(() -> {
              for (int n = 0; n < each; n++) {
                var name = writer + n;
                boolean roll = random.nextInt(10) == 0;
                int pause = random.nextInt(4);
                begun.put(name, tick.incrementAndGet());
                audit.transactions.executeWithoutResult(status -> {
                  audit.trail.append(TrailFixture.entry("test.done", name));
                  sleep(pause);
                  if (roll) status.setRollbackOnly();
                });
                if (roll) rolledBack.incrementAndGet();
                else committed.put(name, tick.incrementAndGet());
              }
            }));
      }
      for (var writer : writing) writer.get();
      over.set(true);
      for (var sealer : sealing) sealer.get();
    }
    audit.sealer().sealAndSign();

    var places = new HashMap<String, Integer>();
    audit
        .jdbc
        .sql(
            "select e.subject_id from audit_link l join audit_entry e on e.id = l.entry order by l.place")
        .query(String.class)
        .list()
        .forEach(name -> places.put(name, places.size()));
    assertThat(places).hasSize(writers * each - (int) rolledBack.get());
    assertThat(places.keySet()).isEqualTo(committed.keySet());
    for (var one : committed.entrySet())
      for (var other : begun.entrySet())
        if (one.getValue() < other.getValue() && places.containsKey(other.getKey()))
          assertThat(places.get(one.getKey()))
              .as("seed %d: %s before %s", seed, one, other)
              .isLessThan(places.get(other.getKey()));
    int all = places.size();
    assertThat(audit.verify()).isEqualTo(new Intact(all, 0, all, all));
  }

  @Test
  void signsNoMoreOftenThanAsked() throws Exception {
    var sealer = audit.sealer(Duration.ofHours(1));
    for (int n = 0; n < 3; n++) {
      audit.write(TrailFixture.entry("test.done", "x"));
      sealer.seal();
    }
    assertThat(audit.verify()).isEqualTo(new Intact(3, 0, 1, 1));
    sealer.sealAndSign();
    assertThat(audit.verify()).isEqualTo(new Intact(3, 0, 3, 3));
  }

  @Test
  void hidesSigningKeyFromOthers() throws Exception {
    audit.sealed(1);
    var permissions = Files.getPosixFilePermissions(home.resolve("keys/audit.pem"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    assertThat(Files.readString(home.resolve("keys/audit.pub")))
        .startsWith("-----BEGIN PUBLIC KEY-----");
  }

  @Test
  void finishesKeysThatACrashLeftHalfMade() throws Exception {
    Keys.readOrMake(home);
    var keys = home.resolve("keys");
    var open = Files.readString(keys.resolve("audit.pub"));
    Files.writeString(
        keys.resolve("audit.new"), open + Files.readString(keys.resolve("audit.pem")));
    Files.delete(keys.resolve("audit.pem"));
    assertThat(Keys.readOrMake(home).publicKey()).isEqualTo(open);
    assertThat(keys.resolve("audit.pem")).isNotEmptyFile();
    assertThat(keys.resolve("audit.new")).doesNotExist();
  }

  @Test
  void neverWritesOverAPublicKeyThatCheckpointsMayBeSignedWith() throws Exception {
    var open = Keys.readOrMake(home).publicKey();
    Files.delete(home.resolve("keys/audit.pem"));
    assertThatThrownBy(() -> Keys.readOrMake(home)).hasMessageContaining("audit.pem");
    assertThat(home.resolve("keys/audit.pub")).hasContent(open);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
