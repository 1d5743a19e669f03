package lu.aifactory.platform.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// Accounts as Spring Security's WebAuthn asks for them: by the account's id where it says "user name". Nothing is kept
/// beside the account itself.
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

  private final Accounts accounts;

  PasskeyOwners(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return accounts.person(UserHandle.account(handle)).map(PasskeyOwners::entity).orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
    return accounts
        .person(new AccountId(UUID.fromString(account)))
        .map(PasskeyOwners::entity)
        .orElse(null);
  }

  private static PublicKeyCredentialUserEntity entity(Person person) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(UserHandle.of(person.id()))
        .name(person.email())
        .displayName(person.name())
        .build();
  }

  /// Accounts are made and removed elsewhere.
  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new UnsupportedOperationException("an account is no work of a passkey");
  }

  @Override
  public void delete(Bytes handle) {
    throw new UnsupportedOperationException("an account is no work of a passkey");
  }
}
