package lu.aifactory.platform.schedule;

import java.nio.file.Path;
import java.util.List;

/// How a program is kept to its limits: the words that stand before its command. It runs in its folder, where `in`,
/// `out` and `tmp` lie.
interface Runner {

  List<String> command(Path folder, WorkOrder order);

  /// The limits that the kernel holds for every process.
  static List<String> limited(WorkOrder order) {
    var limits = order.limits();
    return List.of(
        "prlimit",
        "--core=0",
        "--cpu=" + Math.max(1, limits.cpu().toSeconds()),
        "--data=" + limits.memoryBytes(),
        "--fsize=" + limits.fileBytes(),
        "--");
  }
}
