package lu.aifactory.platform.documents;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Component;

/// Documents and their envelopes in the database.
@Component
class Shelf implements TenantOf<DocumentId> {

  static final String COLUMNS =
      """
      id, organisation, about_kind, about, title_key, title_arguments, file_name, media_type, size, sha256, sealed,
      created_at, created_by\
      """;

  private static final int PIECE = 1 << 20;

  private final JdbcClient jdbc;

  Shelf(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Class<DocumentId> type() {
    return DocumentId.class;
  }

  @Override
  public Optional<OrganisationId> organisationOf(DocumentId id) {
    return jdbc.sql("select organisation from document where id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(OrganisationId::new);
  }

  boolean holdsAny() {
    return jdbc.sql("select exists (select 1 from document)").query(Boolean.class).single();
  }

  /// Puts a document up with its envelope, which is sent from the file without passing through memory as a whole.
  void put(Document document, Path envelope, long envelopeSize) {
    jdbc.sql(
            """
            insert into document (%s, envelope)
            values (:id, :organisation, :kind, :about, :titleKey, :titleArguments, :fileName, :mediaType, :size,
              :sha256, :sealed, :createdAt, :createdBy, :envelope)
            """
                .formatted(COLUMNS))
        .param("id", document.id().value())
        .param("organisation", document.organisation().value())
        .param("kind", document.aboutKind())
        .param("about", document.about())
        .param("titleKey", document.title().key())
        .param("titleArguments", document.title().arguments().toArray(String[]::new))
        .param("fileName", document.fileName())
        .param("mediaType", document.type().mediaType())
        .param("size", document.size())
        .param("sha256", HexFormat.of().parseHex(document.sha256()))
        .param("sealed", document.sealed())
        .param("createdAt", Timestamp.from(document.createdAt()))
        .param("createdBy", document.createdBy().value())
        .param("envelope", new SqlBinaryValue(new FileSystemResource(envelope), envelopeSize))
        .update();
  }

  Optional<Document> find(DocumentId id) {
    return jdbc.sql("select %s from document where id = :id".formatted(COLUMNS))
        .param("id", id.value())
        .query((row, number) -> document(row))
        .optional();
  }

  List<Document> about(String kind, UUID about) {
    return jdbc.sql(
            "select %s from document where about_kind = :kind and about = :about order by created_at desc, id"
                .formatted(COLUMNS))
        .param("kind", kind)
        .param("about", about)
        .query((row, number) -> document(row))
        .list();
  }

  /// The envelope, fetched piece by piece as it is read: no reader holds it whole, and a slow one holds no connection.
  InputStream envelope(DocumentId id) {
    return new PiecewiseStream(place -> piece(id, place));
  }

  private byte[] piece(DocumentId id, long place) {
    return jdbc.sql("select substring(envelope from :from for :size) from document where id = :id")
        .param("from", place + 1, Types.INTEGER)
        .param("size", PIECE)
        .param("id", id.value())
        .query(byte[].class)
        .single();
  }

  static Document document(ResultSet row) throws SQLException {
    return new Document(
        new DocumentId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        row.getString("about_kind"),
        row.getObject("about", UUID.class),
        new Title(
            row.getString("title_key"),
            List.of((String[]) row.getArray("title_arguments").getArray())),
        row.getString("file_name"),
        DocumentType.ofMediaType(row.getString("media_type")).orElseThrow(),
        row.getLong("size"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getBoolean("sealed"),
        row.getTimestamp("created_at").toInstant(),
        new AccountId(row.getObject("created_by", UUID.class)));
  }
}
