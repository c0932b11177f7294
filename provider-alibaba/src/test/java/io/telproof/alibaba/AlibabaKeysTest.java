package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.sandbox.alibaba.AlibabaCredentials;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Right keys, wrong keys, keys that change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlibabaKeysTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+8613800138000");

  private final Account account =
      Account.open(new AlibabaVendor(Account.GENEROUS), Account.unlimited(), Map.of());

  @AfterAll
  void stop() {
    account.close();
  }

  @Test
  void a_wrong_key_is_unauthorized_with_the_vendors_code() {
    assertThat(refusals(Map.of("accessKeySecret", Sensitive.of("a-wrong-secret"))))
        .containsOnly("UNAUTHORIZED FREE SignatureDoesNotMatch");
    assertThat(refusals(Map.of("accessKeyId", Sensitive.of("LTAInobody"))))
        .containsOnly("UNAUTHORIZED FREE InvalidAccessKeyId.NotFound");
    assertThat(refusals(Map.of("securityToken", Sensitive.of("of-nobody"))))
        .containsOnly("UNAUTHORIZED FREE InvalidSecurityToken.MismatchWithAccessKey");
    AlibabaCredentials temporary = AlibabaVendor.TEMPORARY_CREDENTIALS;
    assertThat(
            refusals(
                Map.of(
                    "accessKeyId",
                    Sensitive.of(temporary.accessKeyId()),
                    "accessKeySecret",
                    Sensitive.of(temporary.accessKeySecret()))))
        .containsOnly("UNAUTHORIZED FREE MissingSecurityToken");
  }

  private List<String> refusals(Map<String, ?> settings) {
    try (VerificationProvider provider =
        Account.provider(account.sandbox(), Account.unlimited(), settings)) {
      return new Account(account.sandbox(), provider)
          .questions(GOOD).values().stream().map(Outcome::of).toList();
    }
  }

  @Test
  void a_temporary_key_is_taken_by_every_operation() {
    AlibabaCredentials key = AlibabaVendor.TEMPORARY_CREDENTIALS;
    Map<String, Sensitive> settings =
        Map.of(
            "accessKeyId",
            Sensitive.of(key.accessKeyId()),
            "accessKeySecret",
            Sensitive.of(key.accessKeySecret()),
            "securityToken",
            Sensitive.of(key.securityToken().orElseThrow()));
    assertThat(refusals(settings))
        .hasSize(6)
        .noneMatch(outcome -> outcome.startsWith("UNAUTHORIZED"));
  }

  @Test
  void a_key_from_the_applications_own_source_goes_before_that_of_the_settings() {
    AlibabaCredentials right = AlibabaVendor.CREDENTIALS;
    String[] secret = {"an-old-secret"};
    ProviderEnvironment environment =
        new ProviderEnvironment(
            Time.system(),
            RateLimiters.local(Time.system()),
            Optional.of(
                () -> Credentials.of(Sensitive.of(right.accessKeyId()), Sensitive.of(secret[0]))));
    try (VerificationProvider provider =
        Account.provider(account.sandbox(), environment, Map.of())) {
      Supplier<Answer<?>> question = () -> provider.phoneStatus().orElseThrow().check(GOOD);
      assertThat(Outcome.told(question)).isEqualTo("UNAUTHORIZED FREE");
      secret[0] = right.accessKeySecret();
      assertThat(Outcome.told(question)).isEqualTo("ACTIVE@china-mobile UNSTATED");
    }
  }
}
