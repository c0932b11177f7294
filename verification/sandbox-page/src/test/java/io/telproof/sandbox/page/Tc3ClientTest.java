package io.telproof.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The requests that the page is shown with: one is right, and the others wrong in one thing. */
final class Tc3ClientTest {
  private final Sandbox sandbox = Sandbox.start(new TencentVendor());
  private final Tc3Client client = new Tc3Client(sandbox.endpoint());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_right_signature_is_taken() throws IOException, InterruptedException {
    assertThat(client.ask("13800138000", Tc3Client.Mistake.NONE)).contains("\"Result\"");
    assertThat(sandbox.bill().charged("MobileStatus")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(value = Tc3Client.Mistake.class, mode = Mode.EXCLUDE, names = "NONE")
  void each_mistake_makes_a_signature_that_is_refused(Tc3Client.Mistake mistake)
      throws IOException, InterruptedException {
    assertThat(client.ask("13800138000", mistake)).contains("AuthFailure.SignatureFailure");
    assertThat(sandbox.bill().charged()).isZero();
  }
}
