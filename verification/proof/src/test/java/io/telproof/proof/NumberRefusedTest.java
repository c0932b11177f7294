package io.telproof.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.IdentityClaim;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Receipt;
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.client.RouteExplanation.Part;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A number whose allowance at the vendor is used up is not sent there again before the vendor
 * allows it: seen from the vendor's side.
 */
final class NumberRefusedTest {
  private static final PhoneNumber USED_UP = Person.of(Scenario.DAILY_LIMIT, 1).number();
  private static final PhoneNumber GOOD = Person.of(Scenario.PLAIN_GOOD, 1).number();

  /** Eight in the evening in China. */
  private final HandTime time = new HandTime("2026-03-01T12:00:00Z");

  private final Sandbox tencent = start(new TencentVendor());
  private final Sandbox alibaba = start(new AlibabaVendor());

  private Sandbox start(Vendor vendor) {
    return Sandbox.start(SandboxOptions.of(vendor).at(time::now));
  }

  @AfterEach
  void close() {
    tencent.close();
    alibaba.close();
  }

  private Telproof open(String routes) {
    return Telproof.builder(
            ConfigFactory.parseString(
                """
                telproof {
                  providers {
                    main { type = tencent, secret-id = "%1$s", secret-key = "%2$s", endpoint = "%3$s" }
                    again { type = tencent, secret-id = "%1$s", secret-key = "%2$s", endpoint = "%3$s" }
                    ali {
                      type = alibaba, access-key-id = "%4$s", access-key-secret = "%5$s"
                      endpoint = "%6$s", sign-name = shop, template-code = SMS_1
                    }
                  }
                  routes { %7$s }
                }
                """
                    .formatted(
                        TencentVendor.CREDENTIALS.secretId(),
                        TencentVendor.CREDENTIALS.secretKey(),
                        tencent.endpoint(),
                        AlibabaVendor.CREDENTIALS.accessKeyId(),
                        AlibabaVendor.CREDENTIALS.accessKeySecret(),
                        alibaba.endpoint(),
                        routes)))
        .provider(new Third(time))
        .time(time)
        .open();
  }

  private static VerificationException refused(Runnable question) {
    return catchThrowableOfType(VerificationException.class, question::run);
  }

  private long arrived() {
    return tencent.bill().requests() + alibaba.bill().requests();
  }

  @Test
  void a_number_that_both_vendors_refuse_is_answered_by_the_third_and_not_sent_to_them_again() {
    try (Telproof telproof = open("phone-status = [main, ali, third]")) {
      Answer<PhoneStatus> first = telproof.phoneStatus().check(USED_UP);
      assertThat(first.receipt().earlier())
          .extracting(Attempt::skipped)
          .containsExactly(false, false);
      assertThat(arrived()).isEqualTo(2);

      Answer<PhoneStatus> second = telproof.phoneStatus().check(USED_UP);
      assertThat(arrived()).as("nothing is sent").isEqualTo(2);
      assertThat(second.receipt().provider()).isEqualTo("third");
      assertThat(second.receipt().earlier())
          .hasSize(2)
          .allSatisfy(
              attempt -> {
                assertThat(attempt.skipped()).isTrue();
                assertThat(attempt.failure()).contains(FailureKind.QUOTA);
                assertThat(attempt.charge()).isEqualTo(Charge.FREE);
                assertThat(attempt.elapsed()).isZero();
              });
      assertThat(telproof.explain(CheckType.PHONE_STATUS, second.receipt()).steps())
          .extracting(step -> step.provider() + " " + step.part())
          .startsWith("main " + Part.SKIPPED, "ali " + Part.SKIPPED, "third " + Part.ANSWERED);

      assertThat(telproof.phoneStatus().check(GOOD).receipt().provider()).isEqualTo("main");

      time.advance(Duration.ofMinutes(1));
      telproof.phoneStatus().check(USED_UP);
      assertThat(alibaba.bill().requests()).as("its period is not known").isEqualTo(2);
      assertThat(tencent.bill().requests()).isEqualTo(2);

      time.advance(Duration.ofHours(4).minusMinutes(1).minusNanos(1));
      telproof.phoneStatus().check(USED_UP);
      assertThat(tencent.bill().requests()).as("it is not midnight in China yet").isEqualTo(2);
      time.advance(Duration.ofNanos(1));
      telproof.phoneStatus().check(USED_UP);
      assertThat(tencent.bill().requests()).isEqualTo(3);
    }
  }

  /** The allowance is the account's, whatever the provider is called that uses it. */
  @Test
  void two_names_of_one_account_know_the_refusal_and_another_check_is_another_allowance() {
    try (Telproof telproof = open("tenure = main")) {
      assertThat(refused(() -> telproof.tenure().check(USED_UP)).vendorCode()).contains("-5");
      VerificationException other = refused(() -> telproof.only("again").tenure().check(USED_UP));
      assertThat(other.provider()).isEqualTo("again");
      assertThat(other.failure().skipped()).isTrue();
      assertThat(refused(() -> telproof.tenure().check(TenureQuery.of(USED_UP, 6))).vendorCode())
          .as("months of interest are not sent")
          .isEmpty();
      assertThat(tencent.bill().requests()).isEqualTo(1);

      assertThat(refused(() -> telproof.only("main").phoneStatus().check(USED_UP)).vendorCode())
          .contains("-4");
      assertThat(tencent.bill().requests()).isEqualTo(2);
    }
  }

  /** Number, name and identity number have an allowance each; which one is used up is not told. */
  @Test
  void of_three_that_were_refused_together_only_the_same_three_are_not_sent() {
    IdentityClaim claim = Person.of(Scenario.DAILY_LIMIT, 1).identity();
    IdentityClaim somebodyElse =
        IdentityClaim.of(claim.number(), "李四", claim.idNumber().orElseThrow().reveal());
    try (Telproof telproof = open("identity-match = main")) {
      assertThat(refused(() -> telproof.identityMatch().check(claim)).vendorCode()).contains("-12");
      assertThat(refused(() -> telproof.identityMatch().check(claim)).failure().skipped()).isTrue();
      assertThat(tencent.bill().requests()).isEqualTo(1);
      assertThat(refused(() -> telproof.identityMatch().check(somebodyElse)).vendorCode())
          .contains("-12");
      assertThat(tencent.bill().requests()).isEqualTo(2);
    }
  }

  /** What Alibaba calls a cap does not say of what time: it is asked again after the shortest. */
  @Test
  void a_code_is_not_asked_for_again_within_a_minute() {
    try (Telproof telproof = open("code-delivery = ali")) {
      assertThat(refused(() -> telproof.codeDelivery().check(USED_UP)).vendorCode())
          .contains("BUSINESS_LIMIT_CONTROL");
      time.advance(Duration.ofSeconds(59));
      assertThat(refused(() -> telproof.codeDelivery().check(USED_UP)).failure().skipped())
          .isTrue();
      assertThat(alibaba.bill().requests()).isEqualTo(1);
      time.advance(Duration.ofSeconds(1));
      assertThat(refused(() -> telproof.codeDelivery().check(USED_UP)).failure().skipped())
          .isFalse();
      assertThat(alibaba.bill().requests()).isEqualTo(2);
    }
  }

  /** A provider of the application's own, which knows every number. */
  private record Third(HandTime time) implements VerificationProvider {
    @Override
    public String name() {
      return "third";
    }

    @Override
    public Optional<PhoneStatusCheck> phoneStatus() {
      return Optional.of(
          (number, context) ->
              new Answer.Known<>(
                  PhoneStatus.of(LineState.ACTIVE),
                  Receipt.of("third", "Ask", Charge.CHARGED, time.now(), Duration.ZERO)));
    }

    @Override
    public List<Offer> offers() {
      return List.of(
          new Offer(CheckType.PHONE_STATUS, "Ask", RateLimits.perSecond(1), "every answer"));
    }

    @Override
    public void close() {}
  }
}
