package lu.aifactory.platform.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// A place where programs run apart from the platform: files in, files out, progress, cancel. Work outlives a restart of
/// the platform as a state that says what became of it. Checks nobody's permission: rooms call it behind their own doors.
public interface Workplace {

  /// Takes an order. The files are copied, so they may go afterwards. Ordering twice under the same id is one order.
  void order(WorkId id, WorkOrder order) throws IOException;

  /// Where the work stands.
  Optional<WorkState> state(WorkId id);

  /// Ends the work and everything that it started.
  void cancel(WorkId id);

  /// The names of the files that came out, once the work is done.
  List<String> results(WorkId id) throws IOException;

  /// Opens a file that came out.
  InputStream result(WorkId id, String name) throws IOException;

  /// Throws the files of finished work away; its state stays.
  void forget(WorkId id) throws IOException;
}
