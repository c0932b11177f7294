package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentVendor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BillTest {
  private final Sandbox sandbox = Sandbox.start(new TencentVendor());
  private final Telproof telproof =
      Telproof.open(
          ConfigFactory.parseMap(
              Map.of(
                  "telproof.providers.main.type", "tencent",
                  "telproof.providers.main.secret-id", TencentVendor.CREDENTIALS.secretId(),
                  "telproof.providers.main.secret-key", TencentVendor.CREDENTIALS.secretKey(),
                  "telproof.providers.main.endpoint", sandbox.endpoint().toString())));

  @AfterEach
  void close() {
    telproof.close();
    sandbox.close();
  }

  @Test
  void a_lost_reply_was_paid_for_and_is_not_asked_for_again() {
    sandbox.faults().next(Fault.RESET_BEFORE_REPLY);
    PhoneNumber number = PhoneNumber.of("+8613800138003");
    VerificationException lost =
        catchThrowableOfType(
            VerificationException.class, () -> telproof.phoneStatus().check(number));
    assertThat(lost.kind()).isEqualTo(FailureKind.INDETERMINATE);
    assertThat(lost.charge()).isEqualTo(Charge.POSSIBLE);
    assertThat(sandbox.bill().requests()).isEqualTo(1);
    assertThat(sandbox.bill().charged()).isEqualTo(1);
  }
}
