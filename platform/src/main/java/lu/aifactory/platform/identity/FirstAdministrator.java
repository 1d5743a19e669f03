package lu.aifactory.platform.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Set;
import lu.aifactory.platform.shared.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The one-time link by which the first administrator is made. It is written to a private file in the home, where the
/// launcher finds it, is made anew at each start, and is gone as soon as there is an administrator.
@Component
class FirstAdministrator {

  private final Accounts accounts;
  private final ObjectProvider<OneClickSignIn> oneClick;
  private final Path file;
  private volatile @Nullable Secret secret;

  FirstAdministrator(Accounts accounts, ObjectProvider<OneClickSignIn> oneClick, Home home) {
    this.accounts = accounts;
    this.oneClick = oneClick;
    this.file = home.directory().resolve("first-link.txt");
  }

  @EventListener(ApplicationReadyEvent.class)
  void offerLink() throws IOException {
    Files.deleteIfExists(file);
    if (accounts.anybodyCanAdminister() || oneClick.getIfAvailable() != null) {
      return;
    }
    var fresh = Secret.fresh("");
    var privately =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), privately)) {
      channel.write(StandardCharsets.UTF_8.encode("/first/" + fresh.text() + "\n"));
    }
    secret = fresh;
  }

  boolean opens(String link) {
    var expected = secret;
    return expected != null && MessageDigest.isEqual(expected.digest(), new Secret(link).digest());
  }

  void used() {
    secret = null;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
