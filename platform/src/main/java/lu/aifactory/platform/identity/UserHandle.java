package lu.aifactory.platform.identity;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;

/// What a passkey keeps of whom it belongs to: the sixteen bytes of the account's id, which say nothing about the person.
final class UserHandle {

  private UserHandle() {}

  static Bytes of(AccountId account) {
    var id = account.value();
    return new Bytes(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  static AccountId account(Bytes handle) {
    var bytes = handle.getBytes();
    if (bytes.length != 16) return new AccountId(new UUID(0, 0));
    var buffer = ByteBuffer.wrap(bytes);
    return new AccountId(new UUID(buffer.getLong(), buffer.getLong()));
  }
}
