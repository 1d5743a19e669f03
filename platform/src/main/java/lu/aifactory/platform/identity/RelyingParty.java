package lu.aifactory.platform.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// This factory as the other side of a passkey: what it asks a browser for, and whether what comes back is right. The
/// person must have been verified by the device (finger, face, PIN), so a passkey alone proves two factors.
@Component
class RelyingParty {

  private record Machinery(Webauthn4JRelyingPartyOperations operations, JsonMapper json) {}

  private final PasskeyOwners owners;
  private final PasskeyRows rows;
  private final SignInSeal seal;
  private final PasskeySettings settings;
  private final Environment environment;
  private final MessageSource messages;
  private volatile @Nullable Machinery machinery;

  RelyingParty(
      PasskeyOwners owners,
      PasskeyRows rows,
      SignInSeal seal,
      PasskeySettings settings,
      Environment environment,
      MessageSource messages) {
    this.owners = owners;
    this.rows = rows;
    this.seal = seal;
    this.settings = settings;
    this.environment = environment;
    this.messages = messages;
  }

  /// The name to which passkeys are bound.
  String name() {
    return settings.relyingParty(environment);
  }

  /// What a browser needs to make a passkey for somebody.
  PublicKeyCredentialCreationOptions creation(AccountId account) {
    return machinery()
        .operations()
        .createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(as(account)));
  }

  /// Keeps the passkey that a browser made.
  ///
  /// @throws RuntimeException when it does not fit what was asked for
  void register(PublicKeyCredentialCreationOptions asked, String credential, String name) {
    var type = new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {};
    var made = machinery().json().readValue(credential, type);
    machinery()
        .operations()
        .registerCredential(
            new ImmutableRelyingPartyRegistrationRequest(
                asked, new RelyingPartyPublicKey(made, name)));
  }

  /// What a browser needs to prove who somebody is, whoever that is.
  PublicKeyCredentialRequestOptions request() {
    var nobody =
        new AnonymousAuthenticationToken(
            "nobody", "nobody", AuthorityUtils.createAuthorityList("nobody"));
    return machinery()
        .operations()
        .createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(nobody));
  }

  /// The same for one account, so that keys which remember nobody find theirs.
  PublicKeyCredentialRequestOptions request(AccountId account) {
    return machinery()
        .operations()
        .createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(as(account)));
  }

  /// The same for an address that has none: it names a passkey that nobody has, always the same one, so that nobody
  /// learns which addresses have any.
  PublicKeyCredentialRequestOptions pretended(String email) {
    var real = request();
    var nobodys =
        PublicKeyCredentialDescriptor.builder()
            .type(PublicKeyCredentialType.PUBLIC_KEY)
            .id(new Bytes(seal.unguessable("passkey of " + Accounts.normal(email))))
            .build();
    return PublicKeyCredentialRequestOptions.builder()
        .challenge(real.getChallenge())
        .rpId(real.getRpId())
        .timeout(real.getTimeout())
        .userVerification(real.getUserVerification())
        .extensions(real.getExtensions())
        .allowCredentials(List.of(nobodys))
        .build();
  }

  /// Whose passkey it is that answered.
  ///
  /// @throws RuntimeException when the answer is not right
  AccountId proves(PublicKeyCredentialRequestOptions asked, String credential) {
    var type = new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {};
    var answer = machinery().json().readValue(credential, type);
    var owner =
        machinery().operations().authenticate(new RelyingPartyAuthenticationRequest(asked, answer));
    return UserHandle.account(owner.getId());
  }

  String json(Object options) {
    return machinery().json().writeValueAsString(options);
  }

  private static Authentication as(AccountId account) {
    return UsernamePasswordAuthenticationToken.authenticated(
        account.value().toString(), null, List.of());
  }

  // Made when it is first needed: a start does not wait for it.
  private Machinery machinery() {
    var known = machinery;
    return known == null ? make() : known;
  }

  private synchronized Machinery make() {
    var known = machinery;
    if (known != null) return known;
    var party =
        PublicKeyCredentialRpEntity.builder()
            .id(name())
            .name(messages.getMessage("portal.brand.name", null, name(), Locale.ENGLISH))
            .build();
    var operations =
        new Webauthn4JRelyingPartyOperations(owners, rows, party, settings.origins(environment));
    operations.setCustomizeCreationOptions(options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.PREFERRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    var json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    return machinery = new Machinery(operations, json);
  }
}
