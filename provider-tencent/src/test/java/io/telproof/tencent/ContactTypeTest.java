package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.EmailAddress;
import io.telproof.PhoneNumber;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContactTypeTest {
  @Test
  void a_number_is_of_type_1_without_its_country_code() {
    assertThat(ContactType.fields(PhoneNumber.of("+8618766554433")))
        .contains(Map.of("Type", 1, "Code", "18766554433"));
  }

  @Test
  void an_address_is_of_type_2() {
    assertThat(ContactType.fields(EmailAddress.of("a@example.com")))
        .contains(Map.of("Type", 2, "Code", "a@example.com"));
  }

  @Test
  void a_number_outside_the_mainland_has_no_form() {
    assertThat(ContactType.fields(PhoneNumber.of("+14155550100"))).isEmpty();
  }
}
