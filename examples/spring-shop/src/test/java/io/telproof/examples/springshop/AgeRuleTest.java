package io.telproof.examples.springshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.sandbox.Sandbox;
import io.telproof.spring.AutoConfigureTelproofSandbox;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@AutoConfigureTelproofSandbox
final class AgeRuleTest {
  @Autowired private AgeRule rule;
  @Autowired private Sandbox sandbox;

  @TestConfiguration(proxyBeanMethods = false)
  static class Fakes {
    @Bean
    TenureCheck brandNew() {
      Receipt receipt = Receipt.unsent("fake", "tenure", Instant.EPOCH);
      return (query, context) -> new Answer.Known<>(Tenure.between(0, 3), receipt);
    }
  }

  @Test
  void a_number_that_may_be_brand_new_is_not_admitted() {
    assertThat(rule.admits(PhoneNumber.of("+8613800138000"), CallContext.standard())).isFalse();
    assertThat(sandbox.bill().requests()).isZero();
  }
}
