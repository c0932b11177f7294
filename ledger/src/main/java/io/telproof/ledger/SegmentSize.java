package io.telproof.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a file of the ledger grows. Immutable. */
record SegmentSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,7}) ?(KiB|MiB|GiB)");
  private static final long LEAST = 64L << 10;
  private static final long MOST = 1L << 30;
  private static final long MIB = 1L << 20;

  static final SegmentSize USUAL = new SegmentSize(64 * MIB);

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none, or not 64 KiB to 1 GiB
   */
  public static SegmentSize of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      long bytes =
          switch (matcher.group(2)) {
            case "KiB" -> count << 10;
            case "MiB" -> count << 20;
            default -> count << 30;
          };
      if (bytes >= LEAST && bytes <= MOST) {
        return new SegmentSize(bytes);
      }
    }
    throw new IllegalArgumentException("expected a size of 64 KiB to 1 GiB, as in 64MiB");
  }

  @Override
  public String toString() {
    return bytes % MIB == 0 ? bytes / MIB + "MiB" : bytes / 1024 + "KiB";
  }
}
