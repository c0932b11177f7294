package io.telproof.proof.storm;

import io.telproof.PhoneNumber;
import io.telproof.PreValidatedId;
import io.telproof.SimSwap;
import io.telproof.Tenure;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ten million people, each with a tenure, a SIM card and a pre-validated number that are no
 * other's, so that an answer tells whose it is. Their numbers are outside the sandbox's table of
 * magic ones.
 */
final class Everybody {
  /** Where an interval begins; where it ends lies beyond, up to the four digits of the form. */
  private static final int BEGINNINGS = 5_000;

  private static final Pattern NUMBER = Pattern.compile("139([0-9]{8})");
  private static final String NATIONAL = "139%08d";

  private static final String NUMBER_ID = "574%012d";

  /** Longer ago than anybody asks. */
  private static final Instant FIRST_SWAP = Instant.parse("2020-01-01T00:00:00Z");

  private Everybody() {}

  static PhoneNumber number(int person) {
    return PhoneNumber.of("+86" + NATIONAL.formatted(person));
  }

  /** The same person's number with an operator, who serves its own customers alone. */
  static PhoneNumber customer(int person) {
    return PhoneNumber.of("+990" + NATIONAL.formatted(person));
  }

  /** Whose number stands in a text. */
  static Optional<Integer> in(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.find() ? Optional.of(Integer.parseInt(number.group(1))) : Optional.empty();
  }

  /** What Tencent tells of this person. */
  static Tenure tenure(int person) {
    return Tenure.between(person % BEGINNINGS, BEGINNINGS + person / BEGINNINGS);
  }

  /** The same in Tencent's words. */
  static String range(int person) {
    Tenure tenure = tenure(person);
    return "[%d,%d)".formatted(tenure.from(), tenure.to().orElseThrow());
  }

  /** When this person's SIM card was changed last, as Twilio and the operator tell. */
  static Instant lastSwap(int person) {
    return FIRST_SWAP.plusSeconds(person);
  }

  /** The id of this person's pre-validated number, as Meta and Alibaba tell. */
  static String numberId(int person) {
    return NUMBER_ID.formatted(person);
  }

  /** Whether a vendor told this of this person. */
  static boolean isOf(int person, Object value) {
    if (value instanceof SimSwap swap) {
      return swap.equals(SimSwap.of(false).withLastSwap(lastSwap(person)));
    }
    if (value instanceof PreValidatedId id) {
      return id.id().equals(numberId(person));
    }
    return value.equals(tenure(person)) || value.equals(coarse(person));
  }

  /** One of the five intervals of Alibaba, as its code. Five people in a row differ. */
  static int timeCode(int person) {
    return 1 + person % 5;
  }

  /** What Alibaba tells of this person. */
  static Tenure coarse(int person) {
    return switch (timeCode(person)) {
      case 1 -> Tenure.between(0, 3);
      case 2 -> Tenure.between(3, 6);
      case 3 -> Tenure.between(6, 12);
      case 4 -> Tenure.between(12, 24);
      default -> Tenure.from(24);
    };
  }
}
