package io.telproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Gap;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.Tenure;
import io.telproof.proof.AskingApplication.Wiring;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.time.HandTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The vendors of China and an operator of another country on the same routes: a number is answered
 * by who serves it, and nobody else is asked. The vendors' bill is the witness.
 */
@Timeout(60)
final class OperatorRouteTest {
  private static final PhoneNumber CHINESE = PhoneNumber.of(Scenario.PLAIN_GOOD.phoneNumber(2));
  private static final PhoneNumber OPERATORS = PhoneNumber.of(Scenario.PLAIN_GOOD.camaraNumber(0));

  /** No vendor's. */
  private static final PhoneNumber NOBODYS = PhoneNumber.of("+4915735982214");

  private final HandTime time = new HandTime("2026-03-01T02:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(new TencentVendor(), new AlibabaVendor(), new CamaraVendor())
              .at(time::now));

  @AfterEach
  void close() {
    sandbox.close();
  }

  private AskingApplication open(Wiring wiring) {
    return wiring.open(
        ConfigFactory.parseString(
            """
            telproof {
              providers {
                main { type = tencent, secret-id = "%2$s", secret-key = "%3$s", endpoint = "%1$s" }
                ali {
                  type = alibaba, access-key-id = "%4$s", access-key-secret = "%5$s"
                  endpoint = "%1$s", sign-name = shop, template-code = SMS_1
                }
                operator {
                  type = camara, api-root = "%1$s", token-endpoint = "%1$s/oauth2/token"
                  client-auth = client-secret-basic, client-id = "%6$s", client-secret = "%7$s"
                  message = "{{code}} is your code for the shop."
                }
              }
              routes {
                phone-status = [main, operator]
                tenure = [main, operator]
                identity-match = [main, operator]
                code-delivery = [ali, operator]
                code-verification = [ali, operator]
              }
            }
            """
                .formatted(
                    sandbox.endpoint(),
                    TencentVendor.CREDENTIALS.secretId(),
                    TencentVendor.CREDENTIALS.secretKey(),
                    AlibabaVendor.CREDENTIALS.accessKeyId(),
                    AlibabaVendor.CREDENTIALS.accessKeySecret(),
                    CamaraVendor.CREDENTIALS.clientId(),
                    CamaraVendor.CREDENTIALS.clientSecret())),
        time);
  }

  private static <V> V known(Answer<V> answer) {
    if (answer instanceof Answer.Known<V> known) {
      return known.value();
    }
    throw new AssertionError("not known: " + answer);
  }

  private static Gap gap(Answer<?> answer) {
    if (answer instanceof Answer.Unknown<?> unknown) {
      return unknown.gap();
    }
    throw new AssertionError("known: " + answer);
  }

  /** The bill's lines: whose, for what, and what it costs. */
  private List<String> bill() {
    return sandbox.bill().lines().stream().map(OperatorRouteTest::line).toList();
  }

  private static String line(Bill.Line line) {
    return line.vendor() + " " + line.operation() + " " + line.billing();
  }

  private static List<String> providers(Answer<?> answer) {
    assertThat(answer.receipt().earlier())
        .extracting(Attempt::charge)
        .as("what came before the answer is free")
        .containsOnly(Charge.FREE);
    return answer.receipt().earlier().stream().map(Attempt::provider).toList();
  }

  @ParameterizedTest
  @EnumSource
  void a_number_of_China_is_answered_by_the_vendors_of_China_and_the_operator_hears_nothing(
      Wiring wiring) {
    try (AskingApplication shop = open(wiring)) {
      assertThat(known(shop.tenure(CHINESE)).from()).isEqualTo(24);
      assertThat(known(shop.identity(CHINESE)).outcome()).isEqualTo(IdentityVerdict.Outcome.MATCH);
      assertThat(known(shop.status(CHINESE)).state()).isEqualTo(LineState.ACTIVE);
      Answer<CodeDispatch> sent = shop.send(CHINESE);
      Answer<CodeVerdict> verdict = shop.verify(CHINESE, known(sent));
      assertThat(known(verdict)).isEqualTo(CodeVerdict.ACCEPTED);

      assertThat(List.of(sent.receipt(), verdict.receipt()))
          .allSatisfy(
              receipt -> {
                assertThat(receipt.provider()).isEqualTo("ali");
                assertThat(receipt.earlier()).isEmpty();
              });
    }
    assertThat(bill())
        .containsExactly(
            "tencent MobileNetworkTimeVerification CHARGED",
            "tencent PhoneVerification CHARGED",
            "tencent MobileStatus CHARGED",
            "alibaba SendSmsVerifyCode CHARGED",
            "alibaba CheckSmsVerifyCode FREE");
    assertThat(sandbox.heard())
        .as("no token is asked for either")
        .noneMatch(heard -> heard.vendor().equals("camara"));
  }

  @ParameterizedTest
  @EnumSource
  void a_number_of_the_operator_is_answered_by_it_and_the_vendors_of_China_hear_nothing(
      Wiring wiring) {
    try (AskingApplication shop = open(wiring)) {
      Answer<Tenure> tenure = shop.tenure(OPERATORS);
      assertThat(known(tenure).from()).isEqualTo(6);
      assertThat(providers(tenure)).containsExactly("main");
      Answer<IdentityVerdict> identity = shop.identity(OPERATORS);
      assertThat(known(identity).outcome()).isEqualTo(IdentityVerdict.Outcome.MATCH);
      assertThat(providers(identity)).containsExactly("main");
      Answer<PhoneStatus> status = shop.status(OPERATORS);
      assertThat(known(status).state()).isEqualTo(LineState.ACTIVE);
      assertThat(providers(status)).containsExactly("main");
      Answer<CodeDispatch> sent = shop.send(OPERATORS);
      assertThat(providers(sent)).containsExactly("ali");
      Answer<CodeVerdict> verdict = shop.verify(OPERATORS, known(sent));
      assertThat(known(verdict)).isEqualTo(CodeVerdict.ACCEPTED);
      assertThat(providers(verdict)).containsExactly("ali");

      assertThat(List.of(tenure, identity, status, sent, verdict))
          .extracting(answer -> answer.receipt().provider())
          .containsOnly("operator");
    }
    assertThat(bill())
        .containsExactly(
            "camara checkTenure CHARGED",
            "camara KYC_Match CHARGED",
            "camara retriveSubscriptionStatus CHARGED",
            "camara sendCode CHARGED",
            "camara validateCode CHARGED");
  }

  /** Each by the handle of its own, and in the other order than they were sent. */
  @ParameterizedTest
  @EnumSource
  void codes_for_two_countries_are_checked_where_they_were_sent(Wiring wiring) {
    try (AskingApplication shop = open(wiring)) {
      Answer<CodeDispatch> abroad = shop.send(OPERATORS);
      Answer<CodeDispatch> home = shop.send(CHINESE);
      assertThat(known(shop.verify(CHINESE, known(home)))).isEqualTo(CodeVerdict.ACCEPTED);
      assertThat(known(shop.verify(OPERATORS, known(abroad)))).isEqualTo(CodeVerdict.ACCEPTED);
    }
    assertThat(bill())
        .containsExactly(
            "camara sendCode CHARGED",
            "alibaba SendSmsVerifyCode CHARGED",
            "alibaba CheckSmsVerifyCode FREE",
            "camara validateCode CHARGED");
  }

  @ParameterizedTest
  @EnumSource
  void a_number_that_nobody_serves_costs_nothing(Wiring wiring) {
    try (AskingApplication shop = open(wiring)) {
      assertThat(gap(shop.tenure(NOBODYS))).isEqualTo(Gap.NOT_COVERED);
      assertThat(gap(shop.identity(NOBODYS))).isEqualTo(Gap.NOT_COVERED);
      assertThat(gap(shop.status(NOBODYS))).isEqualTo(Gap.NOT_COVERED);
      assertThat(gap(shop.send(NOBODYS))).isEqualTo(Gap.NOT_COVERED);
    }
    assertThat(bill())
        .containsExactly(
            "camara checkTenure FREE",
            "camara KYC_Match FREE",
            "camara retriveSubscriptionStatus FREE",
            "camara sendCode FREE");
  }

  /** The vendor of China has no such number, which is a free answer, and the operator is asked. */
  @ParameterizedTest
  @EnumSource
  void a_number_of_China_that_its_vendor_does_not_serve_is_charged_by_nobody(Wiring wiring) {
    PhoneNumber number = PhoneNumber.of(Scenario.NOT_COVERED.phoneNumber(1));
    try (AskingApplication shop = open(wiring)) {
      assertThat(gap(shop.tenure(number))).isEqualTo(Gap.NOT_COVERED);
    }
    assertThat(bill())
        .containsExactly("tencent MobileNetworkTimeVerification FREE", "camara checkTenure FREE");
  }
}
