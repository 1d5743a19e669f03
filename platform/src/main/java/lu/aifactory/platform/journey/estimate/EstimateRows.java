package lu.aifactory.platform.journey.estimate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.journey.EngagementId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The drivers of engagements, and how long closed ones took.
@Component
class EstimateRows {

  private final JdbcClient jdbc;

  EstimateRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Drivers> drivers(EngagementId engagement) {
    return jdbc.sql("select complexity, data, funding, partners from engagement where id = :id")
        .param("id", engagement.value())
        .query(EstimateRows::drivers)
        .optional();
  }

  Instant openedAt(EngagementId engagement) {
    return jdbc.sql("select opened_at from engagement where id = :id")
        .param("id", engagement.value())
        .query((row, _) -> row.getTimestamp("opened_at").toInstant())
        .single();
  }

  void save(EngagementId engagement, Drivers drivers) {
    jdbc.sql(
            """
            update engagement set complexity = :complexity, data = :data, funding = :funding, partners = :partners
             where id = :id
            """)
        .param("complexity", code(drivers, Driver.COMPLEXITY))
        .param("data", code(drivers, Driver.DATA))
        .param("funding", code(drivers, Driver.FUNDING))
        .param("partners", code(drivers, Driver.PARTNERS))
        .param("id", engagement.value())
        .update();
  }

  private static @Nullable String code(Drivers drivers, Driver driver) {
    return drivers.level(driver).map(Level::code).orElse(null);
  }

  /// How many weeks engagements took that ended in production, by their drivers.
  Map<Drivers, List<Double>> closed() {
    var closed = new HashMap<Drivers, List<Double>>();
    jdbc.sql(
            """
            select complexity, data, funding, partners,
                   extract(epoch from closed_at - opened_at) / 604800.0 as weeks
              from engagement
             where outcome = 'in-production' and complexity is not null and data is not null
               and funding is not null and partners is not null
            """)
        .query(row -> {
          closed
              .computeIfAbsent(drivers(row, 0), _ -> new ArrayList<>())
              .add(row.getDouble("weeks"));
        });
    return closed;
  }

  private static Drivers drivers(ResultSet row, int number) throws SQLException {
    var levels = new EnumMap<Driver, Level>(Driver.class);
    for (var driver : Driver.values()) {
      var code = row.getString(driver.code());
      if (code != null) {
        levels.put(driver, Level.of(code).orElseThrow());
      }
    }
    return new Drivers(levels);
  }
}
