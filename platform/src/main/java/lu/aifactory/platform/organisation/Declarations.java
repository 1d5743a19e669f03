package lu.aifactory.platform.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Declarations of size in the database.
@Component
class Declarations {

  private final JdbcClient jdbc;

  Declarations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps a declaration once; the same id sent twice makes one.
  void add(OrganisationId organisation, Declaration declaration) {
    jdbc.sql(
            """
            insert into organisation_declaration (id, organisation, year, account, account_name, at, content, sha256)
            values (:id, :organisation, :year, :account, :name, :at, :content, :sha256)
            on conflict (id) do nothing
            """)
        .param("id", declaration.id().value())
        .param("organisation", organisation.value())
        .param("year", declaration.year())
        .param("account", declaration.account().value())
        .param("name", declaration.name())
        .param("at", declaration.at().atOffset(ZoneOffset.UTC))
        .param("content", declaration.content())
        .param("sha256", declaration.sha256())
        .update();
  }

  List<Declaration> of(OrganisationId organisation) {
    return jdbc.sql(
            """
            select id, year, account, account_name, at, content, sha256 from organisation_declaration
            where organisation = :organisation order by at desc, id
            """)
        .param("organisation", organisation.value())
        .query((row, _) ->
            new Declaration(
                new DeclarationId(row.getObject("id", UUID.class)),
                row.getInt("year"),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("account_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("content"),
                row.getString("sha256")))
        .list();
  }

  /// What is signed: the figures, the group, the sums and the sizes, always in the same order.
  static String content(Stored stored, Size size) {
    var content = new LinkedHashMap<String, @Nullable Object>();
    content.put("organisation", stored.organisation().id().value().toString());
    content.put("name", stored.organisation().name());
    content.put("kind", stored.organisation().kind().code());
    content.put("year", size.year());
    content.put("estimate", size.estimate());
    content.put("publicControl", size.publicControl());
    content.put("last", size.last());
    content.put("before", size.before());
    var statusBefore = size.statusBefore();
    if (statusBefore != null) content.put("statusBefore", statusBefore.code());
    var sizes = new LinkedHashMap<String, @Nullable String>();
    for (var result : size.results()) {
      var status = result.size();
      sizes.put(result.frame().code(), status == null ? null : status.code());
    }
    content.put("sizes", sizes);
    return JsonMapper.shared().writeValueAsString(content);
  }

  static String sha256(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
