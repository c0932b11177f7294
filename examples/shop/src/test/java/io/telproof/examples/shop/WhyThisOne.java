package io.telproof.examples.shop;

import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;

final class WhyThisOne {
  /** Asks, and tells who was tried and why. No number is in it. */
  static String ask(Telproof telproof, PhoneNumber number) {
    try {
      Receipt receipt = telproof.tenure().check(number).receipt();
      return telproof.explain(CheckType.TENURE, receipt).toString();
    } catch (VerificationException failure) {
      return telproof.explain(CheckType.TENURE, failure).toString();
    }
  }
}
