package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.Mask;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The header {@code x-acs-date}, read as a client meant it: also with a fraction of a second, and
 * as the seconds or milliseconds since 1970.
 *
 * @param sent as it was sent; empty where it was not
 * @param meant the time, where it is one, in whole seconds
 */
record Acs3Date(String sent, Optional<Instant> meant) {

  static final String HEADER = "x-acs-date";

  static Acs3Date of(VendorRequest request) {
    String sent = request.header(HEADER).orElse("");
    return new Acs3Date(sent, read(sent).map(time -> time.truncatedTo(ChronoUnit.SECONDS)));
  }

  private static Optional<Instant> read(String sent) {
    if (isMilliseconds(sent)) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(sent)));
    }
    if (isSeconds(sent)) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(sent)));
    }
    try {
      return Optional.of(sent)
          .filter(
              text -> text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z"))
          .map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isMilliseconds(String sent) {
    return sent.matches("[1-9]\\d{12}");
  }

  private static boolean isSeconds(String sent) {
    return sent.matches("[1-9]\\d{9}");
  }

  /** As the vendor wants it; as it was sent where that is no time. */
  String wanted() {
    return meant.map(Instant::toString).orElse(sent);
  }

  /** What is wrong with its form, before what to do. */
  String complaint() {
    if (isMilliseconds(sent) || isSeconds(sent)) {
      return "x-acs-date is in %s since 1970."
          .formatted(isSeconds(sent) ? "seconds" : "milliseconds");
    }
    return sent.isEmpty()
        ? "There is no x-acs-date."
        : "x-acs-date is \"" + Mask.word(sent) + "\".";
  }
}
