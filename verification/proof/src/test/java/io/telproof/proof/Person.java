package io.telproof.proof;

import io.telproof.CodeClaim;
import io.telproof.EmailAddress;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.RecycledQuery;
import io.telproof.Sensitive;
import io.telproof.SimSwapQuery;
import io.telproof.TenureQuery;
import io.telproof.sandbox.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who must show nowhere.
 *
 * @param number plays a scenario of the sandbox
 * @param email plays the same
 */
record Person(PhoneNumber number, EmailAddress email) {
  private static final String NAME = "司徒雁翎";
  private static final String GIVEN_NAME = "Ünälmis";
  private static final String FAMILY_NAME = "Szeto-Örvény";
  private static final LocalDate BIRTH_DATE = LocalDate.of(1973, 11, 8);
  private static final String ID_NUMBER = "32058219870416731X";
  private static final String CODE = "84093716";
  private static final String PURCHASE_CODE = "Pq7-Zv2Kx-91";
  private static final String LOCAL_PART = "yanling.situ";
  private static final PhoneNumber ABROAD = PhoneNumber.of("+4915735982214");

  /** One who plays a scenario; the last digit makes another one of them. */
  static Person of(Scenario scenario, int digit) {
    return new Person(
        PhoneNumber.of(scenario.phoneNumber(digit)),
        EmailAddress.of(
            "scenario-%02d%d.%s@example.com".formatted(scenario.number(), digit, LOCAL_PART)));
  }

  /** The same for an operator, whose numbers are others. */
  static Person customer(Scenario scenario, int digit) {
    return new Person(PhoneNumber.of(scenario.camaraNumber(digit)), of(scenario, digit).email());
  }

  /** The same in the United States, where Twilio is asked about all that it offers. */
  static Person american(Scenario scenario, int digit) {
    return new Person(PhoneNumber.of(scenario.usNumber(digit)), of(scenario, digit).email());
  }

  /** The same at a vendor, by its name. */
  static Person at(String vendor, Scenario scenario, int digit) {
    return switch (vendor) {
      case "camara" -> customer(scenario, digit);
      case "twilio" -> american(scenario, digit);
      default -> of(scenario, digit);
    };
  }

  /** One whom no vendor serves. */
  static Person abroad() {
    return new Person(ABROAD, EmailAddress.of(LOCAL_PART + "@example.com"));
  }

  TenureQuery tenure() {
    return TenureQuery.of(number, 6);
  }

  IdentityClaim identity() {
    return nameParts().withIdNumber(ID_NUMBER);
  }

  IdentityClaim nameAlone() {
    return IdentityClaim.of(number, NAME);
  }

  /** For vendors that compare the two names apart. */
  IdentityClaim nameParts() {
    return nameAlone().withNameParts(GIVEN_NAME, FAMILY_NAME);
  }

  IdentityClaim born() {
    return nameParts().withBirthDate(BIRTH_DATE);
  }

  RecycledQuery recycled() {
    return RecycledQuery.of(number, LocalDate.of(2024, 5, 1));
  }

  SimSwapQuery simSwap() {
    return SimSwapQuery.of(number, Duration.ofDays(10));
  }

  CodeClaim code() {
    return CodeClaim.of(number, CODE);
  }

  /** With the handle that came of sending the code. */
  CodeClaim code(Optional<String> handle) {
    return new CodeClaim(number, Sensitive.of(CODE), handle);
  }

  CodeClaim mailedCode() {
    return CodeClaim.of(email, CODE);
  }

  PreValidatedClaim preValidated() {
    return PreValidatedClaim.of(number, PURCHASE_CODE);
  }

  /** For a vendor whose numbers are not bought. */
  PreValidatedClaim inThePool() {
    return PreValidatedClaim.of(number);
  }

  /** All that stands in the questions, in clear: for whoever lets it out on purpose. */
  List<String> secrets() {
    return List.of(
        number.e164(),
        NAME,
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE.toString(),
        ID_NUMBER,
        CODE,
        PURCHASE_CODE,
        email.address());
  }

  /** The number, to be looked for. */
  Canary canary() {
    return Canary.number(number.e164());
  }

  /** All that is said of people, but for the numbers of the sandbox. */
  static List<Canary> canaries() {
    return List.of(
        Canary.number(ABROAD.e164()),
        Canary.text("the name", NAME),
        Canary.text("the given name", GIVEN_NAME),
        Canary.text("the family name", FAMILY_NAME),
        new Canary(
            "the birth date",
            Set.of(BIRTH_DATE.toString()),
            Set.of(DateTimeFormatter.BASIC_ISO_DATE.format(BIRTH_DATE))),
        Canary.text("the identity number", ID_NUMBER),
        Canary.digits("the code", CODE),
        Canary.text("the purchase code", PURCHASE_CODE),
        Canary.text("the e-mail address", LOCAL_PART));
  }
}
