package lu.aifactory.platform;

import lu.aifactory.platform.portal.SiteNotice;
import lu.aifactory.postgres.EmbeddedPostgres;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The embedded PostgreSQL in the home, if it was begun.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(OpeningDatabase.Begun.class)
class DatabaseConfiguration {

  // It is closed by whoever began it, after everybody who uses the data source.
  @Bean(destroyMethod = "")
  EmbeddedPostgres embeddedPostgres(OpeningDatabase.Begun begun) {
    return begun.postgres().join();
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
