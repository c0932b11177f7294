package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.EmailAddress;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.time.Time;
import io.telproof.testkit.CapturedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** Whatever the vendor does, nothing about the person and nothing of the key gets out. */
final class SecrecyTest {
  private static final String NAME = "卡娜丽·Canary";
  private static final String ID_NUMBER = "11204416541220243X";
  private static final String CODE = "739182";

  @Test
  void nothing_personal_and_no_key_is_in_a_log_an_exception_a_text_or_a_threads_name() {
    List<String> seen = new ArrayList<>();
    List<String> secrets =
        new ArrayList<>(
            List.of(
                NAME,
                ID_NUMBER,
                CODE,
                "canary@example.com",
                TencentVendor.CREDENTIALS.secretKey(),
                TencentVendor.CREDENTIALS.secretId()));
    // Our own limit would wait: more than twenty questions a second are not the point here.
    TencentVendor vendor = new TencentVendor(TencentSettings.published().limits(1000, 1000));
    try (CapturedLogs logs = CapturedLogs.open();
        Account account = Account.open(vendor, Time.system())) {
      for (Scenario scenario : Scenario.values()) {
        PhoneNumber number = PhoneNumber.of(scenario.phoneNumber(7));
        secrets.add(number.e164().substring(3));
        ask(account.provider(), number, seen);
      }
      try (VerificationProvider wrong =
          Account.provider(
              account.sandbox(), Time.system(), Map.of("secretKey", Sensitive.of("canary-key")))) {
        secrets.add("canary-key");
        ask(wrong, PhoneNumber.of("+8613800138009"), seen);
        seen.add(wrong.toString());
      }
      Thread.getAllStackTraces().keySet().forEach(thread -> seen.add(thread.getName()));
      seen.add(Settings.sandbox(account.sandbox().endpoint(), Map.of()).toString());
      assertThat(logs.lines()).as("the test is of no use where nothing is logged").isNotEmpty();
      seen.addAll(logs.lines());
    }
    assertThat(seen).hasSizeGreaterThan(Scenario.values().length * 4);
    for (String secret : secrets) {
      assertThat(seen).noneMatch(text -> text.contains(secret));
    }
  }

  private static void ask(VerificationProvider provider, PhoneNumber number, List<String> seen) {
    CallContext context = CallContext.within(Duration.ofMillis(400));
    IdentityClaim claim = IdentityClaim.of(number, NAME, ID_NUMBER);
    CodeClaim code = CodeClaim.of(number, CODE);
    seen.add(claim + " " + code + " " + number);
    note(() -> provider.phoneStatus().orElseThrow().check(number, context), seen);
    note(() -> provider.tenure().orElseThrow().check(number, context), seen);
    note(() -> provider.identityMatch().orElseThrow().check(claim, context), seen);
    note(() -> provider.codeDelivery().orElseThrow().check(number, context), seen);
    note(() -> provider.codeVerification().orElseThrow().check(code, context), seen);
    EmailAddress email = EmailAddress.of("canary@example.com");
    note(() -> provider.codeDelivery().orElseThrow().check(email, context), seen);
  }

  private static void note(Supplier<Answer<?>> question, List<String> seen) {
    try {
      seen.add(question.get().toString());
    } catch (VerificationException e) {
      seen.add(Throwables.getStackTrace(e));
      seen.add(e.failure().toString());
    }
  }
}
