package lu.aifactory.platform;

import lu.aifactory.platform.portal.SiteNotice;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.postgres.EmbeddedPostgres;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The embedded PostgreSQL in the home, unless `spring.datasource.url` names another.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "spring.datasource.url",
    havingValue = "embedded",
    matchIfMissing = true)
class DatabaseConfiguration {

  // Whoever uses the data source depends on this bean, so it is closed last.
  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres(Home home) {
    return EmbeddedPostgres.start(home.folder("postgres"));
  }

  @Bean
  SiteNotice evaluationDatabase() {
    return SiteNotice.EVALUATION_DATABASE;
  }

  @Bean
  JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
    return new JdbcConnectionDetails() {

      @Override
      public String getJdbcUrl() {
        return postgres.jdbcUrl();
      }

      @Override
      public String getUsername() {
        return postgres.user();
      }

      @Override
      public String getPassword() {
        return postgres.password();
      }
    };
  }
}
