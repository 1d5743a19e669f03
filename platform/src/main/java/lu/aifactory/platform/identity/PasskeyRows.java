package lu.aifactory.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// Passkeys as Spring Security's WebAuthn asks for them, and as their owner sees them.
@Component
class PasskeyRows implements UserCredentialRepository {

  private final JdbcClient jdbc;

  PasskeyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps a new one, or notes the use of one that is known, which stays with its account.
  ///
  /// @throws IllegalStateException when it has not counted on: then there is a copy of it (WebAuthn Level 3, §6.1.1)
  @Override
  public void save(CredentialRecord passkey) {
    var kept =
        jdbc.sql(
                """
                insert into passkey (id, credential, account, name, public_key, signature_count,
                                     backup_eligible, backed_up, transports, attestation, created_at)
                values (:id, :credential, :account, :name, :key, :count, :eligible, :backed, :transports, :attestation, :created)
                on conflict (credential) do update
                   set signature_count = excluded.signature_count, backed_up = excluded.backed_up, last_used_at = :used
                 where passkey.account = excluded.account
                   and (excluded.signature_count > passkey.signature_count
                        or (excluded.signature_count, passkey.signature_count) = (0, 0))
                """)
            .param("id", UUID.randomUUID())
            .param("credential", passkey.getCredentialId().getBytes())
            .param("account", UserHandle.account(passkey.getUserEntityUserId()).value())
            .param("name", passkey.getLabel())
            .param("key", passkey.getPublicKey().getBytes())
            .param("count", passkey.getSignatureCount())
            .param("eligible", passkey.isBackupEligible())
            .param("backed", passkey.isBackupState())
            .param(
                "transports",
                passkey.getTransports().stream()
                    .map(AuthenticatorTransport::getValue)
                    .toArray(String[]::new))
            .param("attestation", bytes(passkey.getAttestationObject()))
            .param("created", Timestamp.from(passkey.getCreated()))
            .param("used", Timestamp.from(passkey.getLastUsed()))
            .update();
    if (kept == 0) throw new IllegalStateException("a passkey that has not counted on");
  }

  @Override
  public void delete(Bytes credential) {
    jdbc.sql("delete from passkey where credential = :credential")
        .param("credential", credential.getBytes())
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return jdbc.sql("select * from passkey where credential = :credential")
        .param("credential", credential.getBytes())
        .query((row, number) -> credential(row))
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes user) {
    return jdbc.sql("select * from passkey where account = :account order by created_at")
        .param("account", UserHandle.account(user).value())
        .query((row, number) -> credential(row))
        .list();
  }

  List<Passkey> of(AccountId account) {
    return jdbc.sql("select * from passkey where account = :account order by created_at desc")
        .param("account", account.value())
        .query((row, number) -> passkey(row))
        .list();
  }

  Optional<Passkey> one(AccountId account, UUID id) {
    return of(account).stream().filter(passkey -> passkey.id().equals(id)).findFirst();
  }

  void rename(AccountId account, UUID id, String name) {
    jdbc.sql("update passkey set name = :name where id = :id and account = :account")
        .param("name", name)
        .param("id", id)
        .param("account", account.value())
        .update();
  }

  void remove(AccountId account, UUID id) {
    jdbc.sql("delete from passkey where id = :id and account = :account")
        .param("id", id)
        .param("account", account.value())
        .update();
  }

  int removeAll(AccountId account) {
    return jdbc.sql("delete from passkey where account = :account")
        .param("account", account.value())
        .update();
  }

  private static CredentialRecord credential(ResultSet row) throws SQLException {
    var used = row.getTimestamp("last_used_at");
    var attestation = row.getBytes("attestation");
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential")))
        .userEntityUserId(UserHandle.of(new AccountId(row.getObject("account", UUID.class))))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(true)
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .transports(transports(row))
        .attestationObject(attestation == null ? null : new Bytes(attestation))
        .label(row.getString("name"))
        .created(row.getTimestamp("created_at").toInstant())
        .lastUsed((used == null ? row.getTimestamp("created_at") : used).toInstant())
        .build();
  }

  private static Set<AuthenticatorTransport> transports(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("transports").getArray())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    var used = row.getTimestamp("last_used_at");
    return new Passkey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getBoolean("backed_up"),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }
}
