package lu.aifactory.platform.schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a program as an ordinary process with limits, in a session of its own. It sees what the platform's account sees:
/// for programs that are trusted.
final class PlainRunner implements Runner {

  @Override
  public List<String> command(Path folder, WorkOrder order) {
    var command = new ArrayList<String>();
    command.add("setsid");
    command.addAll(Runner.limited(order));
    command.addAll(order.command());
    return command;
  }
}
