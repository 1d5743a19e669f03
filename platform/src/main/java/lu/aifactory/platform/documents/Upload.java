package lu.aifactory.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A file as somebody sent it: its name and media type are claims until checked. The content is read more than once
/// (checked first, then stored), so it is given as something that can be opened again.
public record Upload(String fileName, String claimedType, Content content) {

  /// Opens the content from its beginning.
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /// An upload that is already in memory.
  public static Upload of(String fileName, String claimedType, byte[] content) {
    var copy = content.clone();
    return new Upload(fileName, claimedType, () -> new ByteArrayInputStream(copy));
  }
}
