package lu.aifactory.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Under which account the server runs. PostgreSQL refuses to run as root, so root has to take on another one.
sealed interface RunAs {

  int NOBODY = 65534;

  /// What stands before the server's command line.
  List<String> prefix();

  /// Makes a file belong to the account.
  default void give(Path file) throws IOException {}

  record Myself() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of();
    }
  }

  /// A user namespace of its own: the files stay with root, but no privilege of root is left.
  record OwnNamespace() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "--user");
    }
  }

  record Account(int uid, int gid) implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
    }

    @Override
    public void give(Path file) throws IOException {
      Files.setAttribute(file, "unix:gid", gid);
      Files.setAttribute(file, "unix:uid", uid);
    }
  }

  static boolean root() {
    try {
      return id(Path.of("/proc/self"), "uid") == 0;
    } catch (IOException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /// The first account that can enter the home and run the binaries.
  static RunAs choose(Home home, Binaries binaries) {
    if (!root()) return new Myself();
    var refusals = new ArrayList<String>();
    for (var candidate : candidates(home)) {
      var probe =
          Command.of(
                  candidate.prefix(),
                  "/bin/sh",
                  "-c",
                  "test \"$(id -u)\" != 0 && id -un >/dev/null && test -x \"$1\" && exec \"$2\" --version",
                  "probe",
                  home.path().toString(),
                  binaries.program("postgres"))
              .run();
      if (probe.fine()) return candidate;
      refusals.add(
          candidate.prefix().getFirst() + (probe.output().isEmpty() ? "" : ": " + probe.output()));
    }
    throw new PostgresFailure(
        PostgresFailure.Reason.CANNOT_LEAVE_ROOT,
        "PostgreSQL refuses to run as root and no other account could be taken on for "
            + home.path()
            + " (tried "
            + String.join("; ", refusals)
            + "): start as another user, choose a home that every account may enter, or set --database URL.");
  }

  /// Existing data decide: the server must own them. A new home of root prefers the namespace, for which nothing
  /// changes hands; where namespaces are forbidden, the account nobody serves.
  private static List<RunAs> candidates(Home home) {
    try {
      var decisive = home.hasData() ? home.data() : home.path();
      var uid = id(decisive, "uid");
      var gid = id(decisive, "gid");
      if (uid != 0) return List.of(new Account(uid, gid == 0 ? NOBODY : gid));
      return home.hasData()
          ? List.of(new OwnNamespace())
          : List.of(new OwnNamespace(), new Account(NOBODY, NOBODY));
    } catch (IOException e) {
      throw Home.broken("The owner of " + home.path() + " cannot be read", e);
    }
  }

  private static int id(Path file, String which) throws IOException {
    return (int) Files.getAttribute(file, "unix:" + which);
  }
}
