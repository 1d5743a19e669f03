package lu.aifactory.platform.documents;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.LongFunction;

/// Reads what is fetched in pieces, of which it holds one. An empty piece is the end.
final class PiecewiseStream extends InputStream {

  private final LongFunction<byte[]> pieces;
  private byte[] piece = {};
  private int next;
  private long place;
  private boolean ended;

  /// @param pieces answers the piece that begins at a place
  PiecewiseStream(LongFunction<byte[]> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() {
    return atEnd() ? -1 : piece[next++] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) return 0;
    if (atEnd()) return -1;
    var count = Math.min(length, piece.length - next);
    System.arraycopy(piece, next, into, offset, count);
    next += count;
    return count;
  }

  private boolean atEnd() {
    if (next == piece.length && !ended) {
      place += piece.length;
      piece = pieces.apply(place);
      next = 0;
      ended = piece.length == 0;
    }
    return ended;
  }
}
