package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.IdentityClaim;
import io.telproof.IdentityVerdict;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One word of configuration is changed, and the application sees the same answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SwapTest {
  private final Sandbox sandbox = Sandbox.start(new TencentVendor(), new AlibabaVendor());
  private Telproof main = open("main");
  private Telproof ali = open("ali");

  @BeforeAll
  void start() {
    sandbox.bill().clear();
  }

  @AfterAll
  void stop() {
    main.close();
    ali.close();
    sandbox.close();
  }

  private Telproof open(String provider) {
    return Telproof.open(
        ConfigFactory.parseString(
            """
            telproof {
              providers {
                main { type = tencent, secret-id = "%1$s", secret-key = "%2$s", endpoint = "%3$s" }
                ali {
                  type = alibaba, access-key-id = "%4$s", access-key-secret = "%5$s", endpoint = "%3$s"
                  sign-name = sandbox, template-code = 100001
                }
              }
              routes {
                phone-status = %6$s, tenure = %6$s, identity-match = %6$s
                code-delivery = %6$s, code-verification = %6$s
              }
            }
            """
                .formatted(
                    TencentVendor.CREDENTIALS.secretId(),
                    TencentVendor.CREDENTIALS.secretKey(),
                    sandbox.endpoint(),
                    AlibabaVendor.CREDENTIALS.accessKeyId(),
                    AlibabaVendor.CREDENTIALS.accessKeySecret(),
                    provider)));
  }

  /** What the application sees: the answer, and not who gave it. */
  private static String seen(Supplier<? extends Answer<?>> question) {
    try {
      Answer<?> answer = question.get();
      if (answer instanceof Answer.Unknown<?> unknown) {
        return unknown.gap().name();
      }
      Object value = ((Answer.Known<?>) answer).value();
      // Carriers, and what differs, are told by one of the two alone.
      return value instanceof PhoneStatus status
          ? status.state().name()
          : value instanceof IdentityVerdict verdict ? verdict.outcome().name() : value.toString();
    } catch (VerificationException e) {
      return e.kind().name();
    }
  }

  private static PhoneNumber number(String scenario) {
    return PhoneNumber.of("+8613800138" + scenario + "3");
  }

  private static CallContext hurry() {
    return CallContext.within(Duration.ofSeconds(3));
  }

  @ParameterizedTest(name = "SS = {0}")
  @ValueSource(
      strings = {
        "00", "01", "02", "03", "04", "05", "10", "20", "24", "25", "27", "28", "29", "40", "41",
        "42", "43", "44", "45", "60", "63", "65", "67", "70"
      })
  void a_tenure_is_the_same_by_either_vendor(String scenario) {
    assertThat(seen(() -> main.tenure().check(number(scenario), hurry())))
        .isEqualTo(seen(() -> ali.tenure().check(number(scenario), hurry())));
  }

  @ParameterizedTest(name = "SS = {0}")
  @ValueSource(
      strings = {
        "00", "01", "02", "05", "08", "11", "20", "24", "25", "27", "28", "29", "40", "44"
      })
  void a_status_is_the_same_by_either_vendor(String scenario) {
    assertThat(seen(() -> main.phoneStatus().check(number(scenario), hurry())))
        .isEqualTo(seen(() -> ali.phoneStatus().check(number(scenario), hurry())));
  }

  @ParameterizedTest(name = "SS = {0}")
  @ValueSource(
      strings = {"00", "01", "02", "03", "04", "08", "09", "13", "20", "25", "27", "40", "44"})
  void an_identity_verdict_is_the_same_by_either_vendor(String scenario) {
    IdentityClaim claim = IdentityClaim.of(number(scenario), "韦小宝", "11204416541220243X");
    assertThat(seen(() -> main.identityMatch().check(claim, hurry())))
        .isEqualTo(seen(() -> ali.identityMatch().check(claim, hurry())));
  }

  @Test
  void a_code_is_judged_the_same_by_either_vendor() {
    for (Telproof telproof : new Telproof[] {main, ali}) {
      assertThat(telproof.codeDelivery().check(number("00"))).isInstanceOf(Answer.Known.class);
      assertThat(
              seen(() -> telproof.codeVerification().check(CodeClaim.of(number("00"), "123456"))))
          .isEqualTo(CodeVerdict.ACCEPTED.name());
      assertThat(
              seen(() -> telproof.codeVerification().check(CodeClaim.of(number("00"), "654321"))))
          .isEqualTo(CodeVerdict.REJECTED.name());
    }
  }

  @Test
  void the_only_provider_of_a_check_is_asked_without_a_route() {
    assertThat(
            main.preValidatedNumber()
                .check(io.telproof.PreValidatedClaim.of(number("00"), "123456")))
        .isInstanceOf(Answer.Known.class);
  }
}
