package lu.aifactory.platform.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is to be done: a program with its arguments, run in a folder of its own. The files to read lie there under `in`
/// by the given names, and what the program writes to `out` is what comes back. Lines on its standard output of the form
/// `progress 40 message.key` tell how far it is.
///
/// @param kind what sort of work it is, for people who look after the machine: `linkage.run`
/// @param readable what else of the machine the program needs to read, besides its own system folders
/// @param restartable whether it may simply be begun again when the machine went down
public record WorkOrder(
    String kind,
    List<String> command,
    Map<String, Path> files,
    Map<String, String> environment,
    Set<Path> readable,
    Limits limits,
    boolean restartable) {

  /// How much the work may use.
  ///
  /// @param time on the clock of the wall
  /// @param cpu of processor time
  /// @param memoryBytes of memory that one process may write to
  /// @param fileBytes of one file
  /// @param outBytes of all files that come back
  public record Limits(
      Duration time, Duration cpu, long memoryBytes, long fileBytes, long outBytes) {}

  /// Refuses names of files that lead elsewhere.
  public WorkOrder {
    command = List.copyOf(command);
    files = Map.copyOf(files);
    environment = Map.copyOf(environment);
    readable = Set.copyOf(readable);
    if (command.isEmpty()) throw new IllegalArgumentException("There is no program to run");
    files.keySet().forEach(WorkOrder::plainName);
  }

  /// Passes a file name that stays in its folder, and refuses any other.
  static String plainName(String name) {
    if (!name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,199}"))
      throw new IllegalArgumentException("Not a plain file name: " + name);
    return name;
  }

  /// The order as it is kept: the files were copied and are named by the folder.
  WorkOrder withoutFiles() {
    return new WorkOrder(kind, command, Map.of(), environment, readable, limits, restartable);
  }
}
