package lu.aifactory.platform.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Has the sealer seal twice a second as long as the platform runs, and once more when it stops.
@Component
class Sealing implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final long PAUSE_MILLIS = 500;

  private final Sealer sealer;
  private CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private boolean failing;

  Sealing(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public void start() {
    stop = new CountDownLatch(1);
    thread = Thread.ofVirtual().name("audit-sealer").start(this::run);
  }

  private void run() {
    try {
      seal(true);
      while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) seal(false);
      seal(true);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  // What cannot be sealed now waits in the database; say so once, not twice a second.
  private void seal(boolean sign) {
    try {
      if (sign) sealer.sealAndSign();
      else sealer.seal();
      failing = false;
    } catch (SQLException | IOException | RuntimeException broken) {
      if (!failing) LOG.warn("The audit trail cannot be sealed; trying again", broken);
      failing = true;
    }
  }

  @Override
  public void stop() {
    stop.countDown();
    var running = thread;
    if (running == null) return;
    try {
      running.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
