package lu.aifactory.platform.documents;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// One of our pictures as PNG, at twice its size so that it prints well. Word shows SVG in its newest versions only.
///
/// @param width in pixels of the page
record WordPicture(byte[] png, int width, int height) {

  private static final int TIMES = 2;
  private static final List<String> FONTS =
      List.of(
          "/fonts/source-sans-3/SourceSans3_400Regular.ttf",
          "/fonts/source-sans-3/SourceSans3_600SemiBold.ttf");

  /// The letters of the pictures, made known to this machine once.
  private static final class Letters {

    static final boolean KNOWN = register();

    private static boolean register() {
      for (var path : FONTS) {
        try (var file = WordPicture.class.getResourceAsStream(path)) {
          if (file == null) throw new IllegalStateException("missing in the application: " + path);
          GraphicsEnvironment.getLocalGraphicsEnvironment()
              .registerFont(Font.createFont(Font.TRUETYPE_FONT, file));
        } catch (IOException | FontFormatException broken) {
          throw new IllegalStateException(path, broken);
        }
      }
      return true;
    }
  }

  private static final class Painter extends ImageTranscoder {

    private @Nullable BufferedImage image;

    @Override
    public BufferedImage createImage(int width, int height) {
      return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    @Override
    public void writeImage(BufferedImage painted, TranscoderOutput output) {
      image = painted;
    }
  }

  /// Empty on a machine that cannot draw letters, such as one without any font.
  static Optional<WordPicture> of(String svg) {
    try {
      if (!Letters.KNOWN) return Optional.empty();
      var painter = new Painter();
      var size = Jsoup.parse(svg).selectFirst("svg");
      if (size == null) return Optional.empty();
      int width = Integer.parseInt(size.attr("width"));
      int height = Integer.parseInt(size.attr("height"));
      painter.addTranscodingHint(ImageTranscoder.KEY_WIDTH, (float) width * TIMES);
      painter.addTranscodingHint(ImageTranscoder.KEY_HEIGHT, (float) height * TIMES);
      painter.addTranscodingHint(ImageTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
      painter.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput());
      var image = painter.image;
      if (image == null) return Optional.empty();
      var png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return Optional.of(new WordPicture(png.toByteArray(), width, height));
    } catch (TranscoderException | IOException | LinkageError | InternalError undrawable) {
      LoggerFactory.getLogger(WordPicture.class)
          .warn("A picture could not be drawn for a Word file; its text stands there", undrawable);
      return Optional.empty();
    }
  }
}
