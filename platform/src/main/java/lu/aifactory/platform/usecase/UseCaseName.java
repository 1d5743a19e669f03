package lu.aifactory.platform.usecase;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lu.aifactory.platform.notice.LinkName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a use case is called in a digest, for those who were told of what happened to it.
@Component
class UseCaseName implements LinkName {

  private static final Pattern PAGE =
      Pattern.compile("/use-cases/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final JdbcClient jdbc;

  UseCaseName(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> of(String link) {
    var page = PAGE.matcher(link);
    if (!page.matches()) return Optional.empty();
    return jdbc.sql("select title from use_case where id = :id")
        .param("id", UUID.fromString(page.group(1)))
        .query(String.class)
        .optional();
  }
}
