package lu.aifactory.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import lu.aifactory.platform.SelfSigned;
import org.jspecify.annotations.Nullable;

/// A mail server on plain sockets that misbehaves as a test asks. What it does when it behaves is compared with a real
/// one in [SmtpServersTests].
final class FakeSmtp implements AutoCloseable {

  /// A letter as it came in.
  record Received(String from, List<String> to, String text, boolean encrypted) {}

  final List<Received> received = new CopyOnWriteArrayList<>();
  volatile String greeting = "220 fake ready";
  volatile String toRecipient = "250 ok";
  volatile String toSender = "250 ok";
  volatile String toLetter = "250 taken";
  volatile boolean cutAfterLetter;
  volatile boolean knowsUtf8;
  volatile Duration thinks = Duration.ZERO;
  volatile @Nullable String password;
  volatile @Nullable SSLContext tls;
  volatile int connections;

  private final ServerSocket socket;

  FakeSmtp() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  static SSLContext certified(SelfSigned identity) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "server", identity.key(), new char[0], new Certificate[] {identity.certificate()});
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        var line = socket.accept();
        connections++;
        Thread.ofVirtual().start(() -> talk(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket first) {
    try (var line = new Line(first)) {
      line.say(greeting);
      var from = "";
      var to = new CopyOnWriteArrayList<String>();
      for (String said = line.hear(); said != null; said = line.hear()) {
        Thread.sleep(thinks);
        var verb = said.toUpperCase(java.util.Locale.ROOT);
        if (verb.startsWith("EHLO")) {
          line.say("250-fake");
          if (tls != null && !line.encrypted) line.say("250-STARTTLS");
          if (password != null) line.say("250-AUTH PLAIN");
          if (knowsUtf8) line.say("250-SMTPUTF8");
          line.say("250 8BITMIME");
        } else if (verb.equals("STARTTLS")) {
          line.say("220 go on");
          line.encrypt(java.util.Objects.requireNonNull(tls));
        } else if (verb.startsWith("AUTH PLAIN")) {
          var parts = said.split(" ");
          var secret = parts.length > 2 ? parts[2] : line.ask("334 ");
          var told = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
          line.say(told.endsWith("\0" + password) ? "235 welcome" : "535 5.7.8 wrong password");
        } else if (verb.startsWith("MAIL FROM")) {
          from = said;
          to.clear();
          line.say(toSender);
        } else if (verb.startsWith("RCPT TO")) {
          to.add(said.substring(said.indexOf('<') + 1, said.lastIndexOf('>')));
          line.say(toRecipient);
        } else if (verb.equals("DATA")) {
          line.say("354 go on");
          var text = line.untilDot();
          if (toLetter.startsWith("2"))
            received.add(new Received(from, List.copyOf(to), text, line.encrypted));
          if (cutAfterLetter) return;
          line.say(toLetter);
        } else if (verb.equals("QUIT")) {
          line.say("221 bye");
          return;
        } else {
          line.say("250 ok");
        }
      }
    } catch (IOException gone) {
      // The other side hung up.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static final class Line implements AutoCloseable {

    private Socket socket;
    private BufferedReader in;
    private boolean encrypted;

    Line(Socket socket) throws IOException {
      this.socket = socket;
      in = reader(socket);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void encrypt(SSLContext tls) throws IOException {
      var over = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, 0, true);
      over.setUseClientMode(false);
      over.startHandshake();
      socket = over;
      in = reader(over);
      encrypted = true;
    }

    void say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    @Nullable String hear() throws IOException {
      return in.readLine();
    }

    String ask(String line) throws IOException {
      say(line);
      return in.readLine();
    }

    String untilDot() throws IOException {
      var text = new StringBuilder();
      for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      return text.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
