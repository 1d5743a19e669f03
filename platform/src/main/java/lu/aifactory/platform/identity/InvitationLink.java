package lu.aifactory.platform.identity;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The address that is sent to whoever is invited, with the name by which the one who invites has called the factory.
final class InvitationLink {

  private InvitationLink() {}

  static String of(Secret secret) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/invitations/{secret}")
        .buildAndExpand(secret.text())
        .toUriString();
  }
}
