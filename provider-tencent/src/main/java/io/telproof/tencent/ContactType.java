package io.telproof.tencent;

import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the product domain writes a contact: what it is, and then the number or the address. */
final class ContactType {
  private static final int MOBILE = 1;
  private static final int EMAIL = 2;

  private ContactType() {}

  /** Type and Code; empty for a number outside +86, which the pages know no way to write. */
  static Optional<Map<String, Object>> fields(Contact contact) {
    if (contact instanceof EmailAddress email) {
      return Optional.of(fields(EMAIL, email.address()));
    }
    return ((PhoneNumber) contact).nationalNumber(86).map(national -> fields(MOBILE, national));
  }

  private static Map<String, Object> fields(int type, String code) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Type", type);
    fields.put("Code", code);
    return fields;
  }
}
