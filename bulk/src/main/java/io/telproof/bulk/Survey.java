package io.telproof.bulk;

import io.telproof.bulk.internal.file.InputRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A table as it was looked at before anything was asked.
 *
 * @param digest of all its bytes: whether it is the same table the next time
 */
record Survey(long rows, String digest) {
  private static final int BUFFER = 1 << 16;

  static Survey of(InputTable table) throws BulkException {
    long count = 0;
    try (InputRows rows = new InputRows(table)) {
      while (rows.next().isPresent()) {
        count++;
      }
    }
    return new Survey(count, digest(table));
  }

  private static String digest(InputTable table) throws BulkException {
    MessageDigest sha = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(table.file()), sha)) {
      byte[] buffer = new byte[BUFFER];
      while (in.read(buffer) >= 0) {
        // The stream digests what is read.
      }
    } catch (IOException e) {
      throw new BulkException("the table cannot be read to its end");
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** The digest of a text. */
  static String digest(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
