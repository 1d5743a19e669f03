package lu.aifactory.postgres;

import java.lang.System.Logger.Level;
import java.time.Duration;

/// A server that is started again, on its port, when it ends without having been asked to. Whoever wants a connection
/// in between is refused, and served again afterwards.
final class LivingServer {

  private static final System.Logger LOG = System.getLogger(LivingServer.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Home home;
  private final Binaries binaries;
  private final RunAs runAs;
  private final Durability durability;
  private Server server;
  private volatile boolean stopped;

  private LivingServer(Home home, Binaries binaries, RunAs runAs, Durability durability) {
    this.home = home;
    this.binaries = binaries;
    this.runAs = runAs;
    this.durability = durability;
    this.server = Server.start(home, binaries, runAs, durability);
  }

  static LivingServer start(Home home, Binaries binaries, RunAs runAs, Durability durability) {
    var living = new LivingServer(home, binaries, runAs, durability);
    living.watch();
    return living;
  }

  private void watch() {
    var _ =
        server
            .ended()
            .thenRunAsync(this::revive, Thread.ofVirtual().name("postgres-revival")::start);
  }

  private void revive() {
    while (!stopped && !came()) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean came() {
    try {
      return revived();
    } catch (PostgresFailure failure) {
      LOG.log(Level.ERROR, "PostgreSQL does not come back; trying again", failure);
      return false;
    }
  }

  private synchronized boolean revived() {
    if (stopped) return true;
    LOG.log(Level.WARNING, "PostgreSQL on {0} ended by itself and is started again", home.data());
    var port = server.port();
    server.stop();
    new LeftOver(home).clear();
    var again = Server.startAgain(home, binaries, runAs, durability, port);
    if (again.isEmpty()) return false;
    server = again.get();
    watch();
    return true;
  }

  int port() {
    return server.port();
  }

  synchronized long pid() {
    return server.pid();
  }

  void stop() {
    stopped = true;
    synchronized (this) {
      server.stop();
    }
  }

  void drop() {
    stopped = true;
    synchronized (this) {
      server.drop();
    }
  }
}
