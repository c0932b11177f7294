package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.PhoneNumber;
import io.telproof.TenureCheck;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.spi.CheckType;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

/**
 * An application's test on the sandbox: its configuration names keys and hosts that are not there.
 */
@SpringBootTest(
    classes = SandboxTest.Application.class,
    properties = "spring.config.location=classpath:/sandbox/application.yml")
@AutoConfigureTelproofSandbox
final class SandboxTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of(Scenario.PLAIN_GOOD.phoneNumber(3));

  @Autowired private Sandbox sandbox;
  @Autowired private TenureCheck tenure;
  @Autowired private Telproof telproof;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  @RepeatedTest(2)
  void each_test_begins_with_an_empty_bill_and_without_faults() {
    assertThat(sandbox.bill().requests()).isZero();
    assertThat(sandbox.faults().waiting()).isEmpty();
    tenure.check(NUMBER);
    assertThat(sandbox.bill().requests()).isEqualTo(1);
    sandbox.faults().next(Fault.HTTP_503);
  }

  @Test
  void every_provider_asks_the_sandbox() {
    for (String name : telproof.offers().keySet()) {
      assertThat(telproof.only(name).check(CheckType.PHONE_STATUS)).isNotNull();
      telproof.only(name).phoneStatus().check(number(name));
    }
    assertThat(sandbox.bill().lines())
        .extracting(Bill.Line::vendor)
        .contains("tencent", "alibaba", "camara")
        .hasSize(3);
  }

  private static PhoneNumber number(String provider) {
    return provider.equals("spain") ? PhoneNumber.of(Scenario.PLAIN_GOOD.camaraNumber(3)) : NUMBER;
  }

  @Test
  void a_vendor_that_the_sandbox_does_not_play_is_refused() {
    SandboxAccounts accounts = new SandboxAccounts(sandbox.endpoint());
    assertThat(
            catchThrowableOfType(
                    ConfigurationException.class,
                    () ->
                        accounts.over(
                            ConfigFactory.parseString("telproof.providers.a { type = acme }")))
                .problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("telproof.providers.a");
              assertThat(problem.says()).startsWith("the sandbox does not play acme");
            });
  }
}
