package io.telproof.examples.shop;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.telproof.PhoneNumber;
import java.util.Optional;

final class NumberField {
  /** Reads "138 0013 8000" of region "CN" as +8613800138000; empty where it can be no number. */
  static Optional<PhoneNumber> read(String typed, String region) {
    if (typed.codePoints().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber number = library.parse(typed, region);
      return library.isPossibleNumber(number) && !number.hasExtension()
          ? Optional.of(PhoneNumber.of(library.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
