package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentVendor;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KeysTest {
  private static final PhoneNumber FINE = PhoneNumber.of("+8613800138003");

  @Test
  void a_key_that_is_switched_off_is_refused_for_nothing_until_it_is_on_again() {
    TencentVendor vendor = new TencentVendor();
    try (Sandbox sandbox = Sandbox.start(vendor);
        Telproof telproof =
            Telproof.open(
                ConfigFactory.parseMap(
                    Map.of(
                        "telproof.providers.main.type", "tencent",
                        "telproof.providers.main.secret-id", TencentVendor.CREDENTIALS.secretId(),
                        "telproof.providers.main.secret-key", TencentVendor.CREDENTIALS.secretKey(),
                        "telproof.providers.main.endpoint", sandbox.endpoint().toString())))) {
      vendor.keys().revoke(TencentVendor.CREDENTIALS.secretId());
      VerificationException refused =
          catchThrowableOfType(
              VerificationException.class, () -> telproof.phoneStatus().check(FINE));
      assertThat(refused.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
      assertThat(refused.isFree()).isTrue();
      vendor.keys().restore(TencentVendor.CREDENTIALS.secretId());
      telproof.phoneStatus().check(FINE);
      assertThat(sandbox.bill().requests()).isEqualTo(2);
      assertThat(sandbox.bill().charged()).isEqualTo(1);
    }
  }
}
