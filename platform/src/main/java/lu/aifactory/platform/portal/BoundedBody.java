package lu.aifactory.platform.portal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A request whose body is counted while it is read, because its length may be unsaid; in JSON it also looks for the one
/// character that no text in the database can hold.
final class BoundedBody extends HttpServletRequestWrapper {

  private final int largest;
  private @Nullable Stream stream;

  BoundedBody(HttpServletRequest request, int largest) {
    super(request);
    this.largest = largest;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    var opened = stream;
    if (opened == null) {
      opened = new Stream(super.getInputStream(), largest, isJson(getContentType()));
      stream = opened;
    }
    return opened;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).contains("json");
  }

  private static final class Stream extends ServletInputStream {

    private static final byte[] NUL = "u0000".getBytes(StandardCharsets.US_ASCII);

    private final ServletInputStream from;
    private final int largest;
    private final boolean json;
    private long count;
    // How much of the escape for NUL stands just before; -1 outside of an escape.
    private int matched = -1;

    Stream(ServletInputStream from, int largest, boolean json) {
      this.from = from;
      this.largest = largest;
      this.json = json;
    }

    @Override
    public int read() throws IOException {
      var one = from.read();
      if (one >= 0) {
        counted(1);
        if (json) look(one);
      }
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var read = from.read(into, offset, length);
      if (read > 0) {
        counted(read);
        if (json) for (int i = offset; i < offset + read; i++) look(into[i]);
      }
      return read;
    }

    private void counted(int more) throws BodyRefused {
      count += more;
      if (count > largest) throw BodyRefused.tooLarge();
    }

    private void look(int character) throws BodyRefused {
      if (matched < 0) {
        matched = character == '\\' ? 0 : -1;
      } else if (character != NUL[matched]) {
        matched = -1;
      } else if (++matched == NUL.length) {
        throw BodyRefused.unstorable();
      }
    }

    @Override
    public boolean isFinished() {
      return from.isFinished();
    }

    @Override
    public boolean isReady() {
      return from.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is read while the handler waits");
    }
  }
}
