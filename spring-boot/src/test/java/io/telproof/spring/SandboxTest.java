package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.TenureCheck;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.Site;
import java.util.List;
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
      if (name.equals("pool")) {
        PreValidatedClaim claim = PreValidatedClaim.of(NUMBER);
        assertThat(telproof.only(name).preValidatedNumber().check(claim))
            .isInstanceOf(Answer.Known.class);
      } else {
        assertThat(telproof.only(name).phoneStatus().check(number(name)))
            .isInstanceOf(Answer.Known.class);
      }
    }
    assertThat(sandbox.bill().lines())
        .extracting(Bill.Line::vendor)
        .containsExactlyInAnyOrderElementsOf(played());
  }

  private static PhoneNumber number(String provider) {
    return switch (provider) {
      case "spain" -> PhoneNumber.of(Scenario.PLAIN_GOOD.camaraNumber(3));
      case "states" -> PhoneNumber.of(Scenario.PLAIN_GOOD.usNumber(3));
      default -> NUMBER;
    };
  }

  /** The names of all vendors that the sandbox has a class of. */
  private static List<String> played() {
    return new ClassFileImporter()
        .importPackagesOf(Sandbox.class).stream()
            .filter(each -> each.isAssignableTo(Vendor.class) && !each.isInterface())
            .map(SandboxTest::vendor)
            .map(Vendor::name)
            .toList();
  }

  private static Vendor vendor(JavaClass each) {
    try {
      return (Vendor) each.reflect().getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a vendor without a constructor for everybody", e);
    }
  }

  @Test
  void no_vendor_of_the_sandbox_is_forgotten() {
    assertThat(SandboxAccounts.vendors(Site.INTL))
        .extracting(Vendor::name)
        .containsExactlyInAnyOrderElementsOf(played());
    SandboxAccounts accounts = new SandboxAccounts(sandbox.endpoint());
    for (String name : played()) {
      Config moved =
          accounts.over(ConfigFactory.parseString("telproof.providers.a { type = " + name + " }"));
      assertThat(moved.getConfig("telproof.providers.a").entrySet())
          .as(name)
          .anyMatch(entry -> entry.getValue().unwrapped().equals(sandbox.endpoint().toString()));
    }
  }

  @Test
  void the_secret_of_an_app_of_Meta_is_the_sandboxs_where_the_block_has_one() {
    SandboxAccounts accounts = new SandboxAccounts(sandbox.endpoint());
    Config with =
        accounts.over(
            ConfigFactory.parseString("telproof.providers.a { type = meta, app-secret = mine }"));
    assertThat(with.getString("telproof.providers.a.app-secret")).isEqualTo(MetaVendor.APP_SECRET);
    Config without =
        accounts.over(ConfigFactory.parseString("telproof.providers.a { type = meta }"));
    assertThat(without.hasPath("telproof.providers.a.app-secret")).isFalse();
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
