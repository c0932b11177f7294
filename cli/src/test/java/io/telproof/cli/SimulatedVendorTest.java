package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.CheckType;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SimulatedVendorTest {
  @Test
  void a_check_that_no_vendor_of_the_sandbox_offers_is_asked_of_none() {
    assertThat(SimulatedVendor.answering(CheckType.TENURE, Map.of())).isEmpty();
  }

  @Test
  void what_is_not_for_end_users_is_asked_of_the_next_vendor() {
    assertThat(SimulatedVendor.answering(CheckType.CODE_DELIVERY, SimulatedVendor.offers()))
        .contains(SimulatedVendor.ALIBABA);
    assertThat(SimulatedVendor.answering(CheckType.TENURE, SimulatedVendor.offers()))
        .contains(SimulatedVendor.TENCENT);
  }
}
