package lu.aifactory.platform.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program in a bubblewrap jail: no network, its own processes, the machine's programs read-only, a private
/// /tmp, and of all files only its own folder.
final class JailedRunner implements Runner {

  private static final String INSIDE = "/job";
  private static final List<String> SYSTEM =
      List.of(
          "/usr",
          "/bin",
          "/sbin",
          "/lib",
          "/lib64",
          "/etc/alternatives",
          "/etc/ld.so.cache",
          "/etc/localtime",
          "/etc/java-25-openjdk",
          "/etc/ssl");

  /// Whether this machine can make such jails.
  static boolean works() {
    try {
      var command = new ArrayList<>(jail());
      command.addAll(List.of("--", "/bin/true"));
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(10, TimeUnit.SECONDS)) return process.exitValue() == 0;
      process.destroyForcibly();
      return false;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public List<String> command(Path folder, WorkOrder order) {
    var command = new ArrayList<>(jail());
    for (var path : order.readable())
      command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    command.addAll(
        List.of(
            "--size",
            Long.toString(order.limits().outBytes()),
            "--tmpfs",
            "/tmp",
            "--bind",
            folder.toString(),
            INSIDE,
            "--ro-bind",
            folder.resolve("in").toString(),
            INSIDE + "/in",
            "--remount-ro",
            "/",
            "--remount-ro",
            "/dev",
            "--chdir",
            INSIDE,
            "--setenv",
            "HOME",
            INSIDE,
            "--setenv",
            "TMPDIR",
            "/tmp",
            "--"));
    command.addAll(Runner.limited(order));
    command.addAll(order.command());
    return command;
  }

  private static List<String> jail() {
    var jail =
        new ArrayList<>(
            List.of(
                "bwrap",
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL"));
    for (var path : SYSTEM) jail.addAll(List.of("--ro-bind-try", path, path));
    jail.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    return jail;
  }
}
