package io.telproof.bulk.internal.file;

import io.telproof.bulk.BulkException;
import io.telproof.bulk.InputTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Finds that a table was written with another charset or separator than it is read with. Only what
 * is certain is refused: a byte that is wrong here and there is a matter of its row.
 */
public final class TableReading {
  private static final int BUFFER = 1 << 16;

  /** What tables are written in where these numbers come from. */
  private static final List<String> CHARSETS = List.of("UTF-8", "GBK");

  private static final String SEPARATORS = ",;\t|";

  private TableReading() {}

  /**
   * Reads all bytes of a table.
   *
   * @throws BulkException if they are not all of its charset, and all of them are of another one
   */
  public static void requireCharset(InputTable table) throws BulkException {
    try {
      if (hasByteOrderMark(table) || isIn(table.charset(), table)) {
        return;
      }
      for (String name : CHARSETS) {
        // A small Java may lack GBK: then it cannot be the answer either.
        if (Charset.isSupported(name) && isIn(Charset.forName(name), table)) {
          throw new BulkException(
              "the table is not in "
                  + table.charset().name()
                  + ", and may be in "
                  + name
                  + ": try --charset "
                  + name
                  + ", or say the one that it was written in, as windows-1252");
        }
      }
    } catch (IOException e) {
      throw new BulkException("the table cannot be read to its end");
    }
  }

  private static boolean hasByteOrderMark(InputTable table) throws IOException {
    try (InputStream in = Files.newInputStream(table.file())) {
      byte[] first = in.readNBytes(3);
      String text = new String(first, StandardCharsets.ISO_8859_1);
      return text.startsWith("\u00ef\u00bb\u00bf")
          || text.startsWith("\u00fe\u00ff")
          || text.startsWith("\u00ff\u00fe");
    }
  }

  private static boolean isIn(Charset charset, InputTable table) throws IOException {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer signs = CharBuffer.allocate(BUFFER);
    try (InputStream in = Files.newInputStream(table.file())) {
      boolean end = false;
      while (!end) {
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        CoderResult result = decoder.decode(bytes, signs, end);
        while (result.isOverflow()) {
          signs.clear();
          result = decoder.decode(bytes, signs, end);
        }
        if (result.isError()) {
          return false;
        }
        signs.clear();
        bytes.compact();
      }
      return true;
    }
  }

  /**
   * Looks at the first row.
   *
   * @throws BulkException if it is one field, and has another separator in it
   */
  static void requireSeparator(InputTable table, List<String> first) throws BulkException {
    if (first.size() != 1) {
      return;
    }
    Optional<String> other =
        SEPARATORS
            .chars()
            .filter(sign -> sign != table.separator() && first.get(0).indexOf(sign) >= 0)
            .mapToObj(Character::toString)
            .findFirst();
    if (other.isPresent()) {
      throw new BulkException(
          "the first row of the table is one field, in which there is "
              + (other.get().equals("\t") ? "a tab" : "'" + other.get() + "'")
              + ": try --separator "
              + (other.get().equals("\t") ? "tab" : "'" + other.get() + "'"));
    }
  }
}
