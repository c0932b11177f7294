package io.telproof.proof;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.SimSwapQuery;
import io.telproof.TenureQuery;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import java.time.Duration;

/** A vendor that goes down, and the one behind it on the route of a check that both offer. */
enum Outage {
  TENCENT(CheckType.TENURE, "tencent", "alibaba", "+86"),
  ALIBABA(CheckType.PHONE_STATUS, "alibaba", "tencent", "+86"),
  CAMARA(CheckType.SIM_SWAP, "camara", "twilio", "+990"),
  TWILIO(CheckType.SIM_SWAP, "twilio", "camara", "+990"),
  /** Although Alibaba would serve the number: what a business holds there is known there alone. */
  META(CheckType.PRE_VALIDATED_NUMBER, "meta", "alibaba", "+86");

  private static final int NATIONAL_DIGITS = 11;

  /** As long as Twilio's own period, so that it can answer without the day. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final CheckType check;
  private final String first;
  private final String second;
  private final String countryCode;

  Outage(CheckType check, String first, String second, String countryCode) {
    this.check = check;
    this.first = first;
    this.second = second;
    this.countryCode = countryCode;
  }

  CheckType check() {
    return check;
  }

  /** The vendor that goes down. */
  String first() {
    return first;
  }

  /** The vendor behind it. */
  String second() {
    return second;
  }

  /** Whether the one behind it is asked in its place. */
  boolean failsOver() {
    return check.mayFailOver();
  }

  /** Outside the tables of magic numbers: each is well. */
  PhoneNumber number(int question) {
    return PhoneNumber.of(countryCode + "139%08d".formatted(question));
  }

  /** A number as every vendor of a check writes it, whatever stands before it. */
  static String national(String number) {
    return number.substring(Math.max(0, number.length() - NATIONAL_DIGITS));
  }

  /** Puts a question to whom the route has for it. */
  Answer<?> ask(Telproof telproof, int question, CallContext context) {
    PhoneNumber number = number(question);
    return switch (check) {
      case TENURE -> telproof.tenure().check(TenureQuery.of(number), context);
      case PHONE_STATUS -> telproof.phoneStatus().check(number, context);
      case SIM_SWAP -> telproof.simSwap().check(SimSwapQuery.of(number, A_DAY), context);
      case PRE_VALIDATED_NUMBER ->
          telproof.preValidatedNumber().check(PreValidatedClaim.of(number, "any code"), context);
      default -> throw new IllegalStateException("no vendor of it goes down here: " + check);
    };
  }
}
