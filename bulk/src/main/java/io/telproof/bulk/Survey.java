package io.telproof.bulk;

import io.telproof.bulk.internal.file.InputRows;
import io.telproof.bulk.internal.file.Row;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A table as it was looked at before anything was asked.
 *
 * @param digest of all its bytes: whether it is the same table the next time
 */
record Survey(long rows, String digest) {
  private static final int BUFFER = 1 << 16;
  private static final int REASONS = 10;
  private static final int KEY_BYTES = 32;
  private static final int HASH_DIGITS = 16;

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

  /**
   * What a run of this table would ask.
   *
   * @param state which rows are left
   * @param begun how far the run has come, where it was begun
   */
  static BulkPlan plan(
      InputTable table,
      CheckType check,
      OptionalInt months,
      NumberReader numbers,
      List<String> route,
      Map<String, List<Offer>> offers,
      RunState state,
      Optional<BulkStatus> begun)
      throws BulkException {
    long count = 0;
    long asked = 0;
    long rejected = 0;
    List<String> reasons = new ArrayList<>();
    DistinctCount distinct = new DistinctCount();
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    RowTag tags = new RowTag(key);
    try (InputRows rows = new InputRows(table)) {
      Questions questions = new Questions(check, months, numbers, table, rows.names());
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        count++;
        long number = row.get().number();
        if (!state.isToBeAsked(number)) {
          continue;
        }
        asked++;
        try {
          String tag = tags.of(questions.query(row.get()), state.generation(number));
          distinct.add(Long.parseUnsignedLong(tag.substring(0, HASH_DIGITS), 16));
        } catch (UnaskableRowException e) {
          rejected++;
          if (reasons.size() < REASONS) {
            reasons.add("line " + row.get().line() + ": " + e.getMessage());
          }
        }
      }
    }
    Optional<Offer> first =
        route.stream()
            .flatMap(name -> offers.getOrDefault(name, List.of()).stream())
            .filter(offer -> offer.check() == check)
            .findFirst();
    OptionalLong different = distinct.count();
    long most = different.orElse(asked - rejected);
    return new BulkPlan(
        count,
        rejected,
        reasons,
        different,
        route,
        first.map(Offer::operation).orElse(""),
        first.map(offer -> offer.limits().toString()).orElse(""),
        first.map(Offer::billed).orElse(""),
        first.map(offer -> shortest(most, offer.limits())),
        begun);
  }

  /** All limits hold, so that the slowest decides. */
  private static Duration shortest(long questions, RateLimits limits) {
    return limits.all().stream()
        .map(limit -> shortest(questions, limit))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration shortest(long questions, RateLimit limit) {
    double periods = Math.max(0, questions - limit.permits()) / (double) limit.permits();
    return Duration.ofMillis(Math.round(periods * limit.period().toMillis()));
  }
}
