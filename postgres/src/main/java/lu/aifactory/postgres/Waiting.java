package lu.aifactory.postgres;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting that an interrupt does not cut short: a server half stopped is worse than a late answer.
final class Waiting {

  private Waiting() {}

  static boolean until(Duration limit, BooleanSupplier done) {
    var end = System.nanoTime() + limit.toNanos();
    var interrupted = false;
    try {
      while (!done.getAsBoolean()) {
        if (System.nanoTime() - end > 0) return false;
        try {
          Thread.sleep(15);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return true;
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }
}
