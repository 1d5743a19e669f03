package lu.aifactory.platform.usecase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.usecase.decide.CanonicalJson;
import lu.aifactory.platform.usecase.decide.JsonInput;
import lu.aifactory.platform.usecase.decide.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Use cases in SQL.
@Component
class UseCaseRows {

  /// One row of `use_case` with everything that decisions need.
  record Stored(
      UseCase useCase,
      Standing standing,
      UseCaseSummary summary,
      Map<String, SectionView> sections,
      @Nullable UseCaseId revisionOf,
      @Nullable SealedDocument sealed) {}

  private final JdbcClient jdbc;
  private final Parts parts;
  private final JsonMapper json;

  UseCaseRows(JdbcClient jdbc, Parts parts, JsonMapper json) {
    this.jdbc = jdbc;
    this.parts = parts;
    this.json = json;
  }

  /// Adds a use case; false when the id is taken.
  boolean add(UseCase useCase, @Nullable UseCaseId revisionOf, int open, Person by, Instant now) {
    var content = useCase.content();
    return jdbc.sql(
                """
                insert into use_case (id, engagement, organisation, revision, revision_of, title, language,
                  definition, phase, open_sections, created_at, created_by, changed_at)
                values (:id, :engagement, :organisation, :revision, :revisionOf, :title, :language,
                  :definition, :phase, :open, :now, :by, :now)
                on conflict (id) do nothing
                """)
            .param("id", useCase.id().value())
            .param("engagement", useCase.engagement().value())
            .param("organisation", useCase.organisation().value())
            .param("revision", content.revision())
            .param("revisionOf", revisionOf == null ? null : revisionOf.value())
            .param("title", content.title())
            .param("language", content.language())
            .param("definition", content.definition())
            .param("phase", (open == 0 ? Phase.TO_SIGN : Phase.DRAFT).code())
            .param("open", open)
            .param("now", Timestamp.from(now))
            .param("by", by.id().value())
            .update()
        == 1;
  }

  void addSection(UseCaseId id, String key, int version, Answers answers, Person by, Instant now) {
    jdbc.sql(
            """
            insert into use_case_section (use_case, key, version, answers, saved_at, saved_by, saved_by_name)
            values (:id, :key, :version, cast(:answers as jsonb), :now, :by, :name)
            """)
        .param("id", id.value())
        .param("key", key)
        .param("version", version)
        .param("answers", CanonicalJson.write(answers.plain()))
        .param("now", Timestamp.from(now))
        .param("by", by.id().value())
        .param("name", by.name())
        .update();
  }

  void retitle(UseCaseId id, String title, int version) {
    jdbc.sql("update use_case set title = :title, title_version = :version where id = :id")
        .param("title", title)
        .param("version", version)
        .param("id", id.value())
        .update();
  }

  void setPhase(UseCaseId id, Phase phase, int open, Instant now) {
    jdbc.sql(
            """
            update use_case set phase = :phase, open_sections = :open, changed_at = :now where id = :id
            """)
        .param("phase", phase.code())
        .param("open", open)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  void addSignature(UseCaseId id, Signature signature) {
    jdbc.sql(
            """
            insert into use_case_signature (use_case, capacity, signer, name, signed_at, content_hash)
            values (:id, :capacity, :signer, :name, :at, :hash)
            """)
        .param("id", id.value())
        .param("capacity", signature.capacity().word())
        .param("signer", signature.signer())
        .param("name", signature.name())
        .param("at", Timestamp.from(signature.at()))
        .param("hash", signature.contentHash())
        .update();
  }

  void removeSignature(UseCaseId id, Capacity capacity) {
    jdbc.sql("delete from use_case_signature where use_case = :id and capacity = :capacity")
        .param("id", id.value())
        .param("capacity", capacity.word())
        .update();
  }

  void addSeal(UseCaseId id, SealedDocument sealed, Person by) {
    jdbc.sql(
            """
            insert into use_case_seal (use_case, sealed_at, sealed_by, content_hash, json_hash, json_document, pdf_document)
            values (:id, :at, :by, :hash, :jsonHash, :json, :pdf)
            """)
        .param("id", id.value())
        .param("at", Timestamp.from(sealed.at()))
        .param("by", by.id().value())
        .param("hash", sealed.contentHash())
        .param("jsonHash", sealed.jsonHash())
        .param("json", sealed.json().value())
        .param("pdf", sealed.pdf().value())
        .update();
  }

  /// Reads a use case and keeps others from changing it until the transaction ends.
  Optional<Stored> lock(UseCaseId id) {
    jdbc.sql("select id from use_case where id = :id for update")
        .param("id", id.value())
        .query()
        .listOfRows();
    return find(id);
  }

  Optional<Stored> find(UseCaseId id) {
    return jdbc.sql("select * from use_case where id = :id")
        .param("id", id.value())
        .query((row, _) -> stored(row))
        .optional();
  }

  Optional<UseCaseId> revisionAfter(UseCaseId id) {
    return jdbc.sql("select id from use_case where revision_of = :id")
        .param("id", id.value())
        .query((row, _) -> new UseCaseId(row.getObject("id", UUID.class)))
        .optional();
  }

  /// An older version of a section: what somebody saw who was overtaken. Version 0 is empty.
  Answers version(UseCaseId id, String key, int version) {
    return jdbc.sql(
            "select answers from use_case_section where use_case = :id and key = :key and version = :version")
        .param("id", id.value())
        .param("key", key)
        .param("version", version)
        .query((row, _) -> answers(key, row.getString("answers")))
        .optional()
        .orElse(Answers.none());
  }

  private Stored stored(ResultSet row) throws SQLException {
    var summary = UseCaseLists.summary(row);
    var sections = sections(summary.id());
    var answers = new TreeMap<String, Answers>();
    var versions = new HashMap<String, Integer>();
    sections.forEach((key, section) -> {
      answers.put(key, section.answers());
      versions.put(key, section.version());
    });
    var content =
        new Content(
            row.getString("title"),
            row.getString("language"),
            row.getInt("definition"),
            row.getInt("revision"),
            answers);
    var sealed = seal(summary.id());
    var before = row.getObject("revision_of", UUID.class);
    return new Stored(
        new UseCase(summary.id(), summary.engagement(), summary.organisation(), content),
        new Standing(
            content,
            row.getInt("title_version"),
            versions,
            signatures(summary.id()),
            sealed.isPresent()),
        summary,
        sections,
        before == null ? null : new UseCaseId(before),
        sealed.orElse(null));
  }

  private Map<String, SectionView> sections(UseCaseId id) {
    var sections = new HashMap<String, SectionView>();
    jdbc.sql(
            """
            select distinct on (key) key, version, answers, saved_by_name, saved_at
              from use_case_section where use_case = :id order by key, version desc
            """)
        .param("id", id.value())
        .query((row, _) ->
            new SectionView(
                row.getString("key"),
                row.getInt("version"),
                answers(row.getString("key"), row.getString("answers")),
                new Completeness.Missing(),
                row.getString("saved_by_name"),
                row.getTimestamp("saved_at").toInstant()))
        .list()
        .forEach(section -> sections.put(section.key(), section));
    return sections;
  }

  private Answers answers(String key, String text) {
    return parts
        .definition()
        .section(key)
        .map(section -> JsonInput.read(section, json.readTree(text), Integer.MAX_VALUE).answers())
        .orElse(Answers.none());
  }

  private Map<Capacity, Signature> signatures(UseCaseId id) {
    var signatures = new EnumMap<Capacity, Signature>(Capacity.class);
    jdbc.sql("select * from use_case_signature where use_case = :id")
        .param("id", id.value())
        .query((row, _) ->
            new Signature(
                Capacity.of(row.getString("capacity")),
                row.getObject("signer", UUID.class),
                row.getString("name"),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("content_hash")))
        .list()
        .forEach(signature -> signatures.put(signature.capacity(), signature));
    return signatures;
  }

  private Optional<SealedDocument> seal(UseCaseId id) {
    return jdbc.sql("select * from use_case_seal where use_case = :id")
        .param("id", id.value())
        .query((row, _) ->
            new SealedDocument(
                row.getTimestamp("sealed_at").toInstant(),
                row.getString("content_hash"),
                row.getString("json_hash"),
                new DocumentId(row.getObject("json_document", UUID.class)),
                new DocumentId(row.getObject("pdf_document", UUID.class))))
        .optional();
  }
}
