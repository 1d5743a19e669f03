package lu.aifactory.platform.operations;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One digest for all rows of each table, and the state of each sequence.
final class Digests {

  private Digests() {}

  static Map<String, String> of(DataSource source) {
    try (var connection = source.getConnection()) {
      var jdbc = JdbcClient.create(source);
      var contents = Contents.read(connection);
      var digests = new TreeMap<String, String>();
      for (var table : contents.tables()) {
        digests.put(
            table.name(),
            jdbc.sql(
                    "select count(*) || ' ' || md5(coalesce(string_agg(t::text, ';' order by t::text), '')) from "
                        + table.quoted()
                        + " t")
                .query(String.class)
                .single());
      }
      for (var sequence : contents.sequences()) digests.put(sequence.name(), sequence.toString());
      return digests;
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }
}
