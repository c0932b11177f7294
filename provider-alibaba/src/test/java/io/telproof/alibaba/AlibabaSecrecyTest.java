package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CodeClaim;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.Sensitive;
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.CapturedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** Nothing personal and no key in any log at any level, in any exception, in any text. */
final class AlibabaSecrecyTest {
  private static final List<String> CANARIES =
      List.of(
          "13800138",
          "卡娜丽",
          "%E5%8D%A1%E5%A8%9C%E4%B8%BD",
          "11010119900307",
          "90817263",
          "canary-secret",
          "canary-token",
          AlibabaVendor.CREDENTIALS.accessKeySecret());

  /** Good, billed nonsense, refusals, lost and spoilt replies. */
  private static final List<String> SCENARIOS =
      List.of("00", "01", "11", "20", "28", "29", "42", "43", "44", "63", "64", "65", "69", "72");

  private final List<String> texts = new ArrayList<>();

  @Test
  void no_canary_is_found_where_it_must_not_be() {
    List<String> logged;
    try (CapturedLogs logs = CapturedLogs.open();
        Sandbox sandbox = Sandbox.start(new AlibabaVendor())) {
      for (String scenario : SCENARIOS) {
        ask(sandbox, Map.of(), PhoneNumber.of("+8613800138" + scenario + "0"));
      }
      PhoneNumber good = PhoneNumber.of("+8613800138000");
      ask(sandbox, Map.of("accessKeySecret", Sensitive.of("canary-secret")), good);
      ask(sandbox, Map.of("securityToken", Sensitive.of("canary-token")), good);
      ask(sandbox, Map.of("endpoint", Endpoint.of("http://127.0.0.1:9")), good);
      logged = logs.lines();
    }
    assertThat(logged).isNotEmpty();
    assertThat(texts).hasSizeGreaterThan(100);
    for (String canary : CANARIES) {
      assertThat(logged).noneMatch(line -> line.contains(canary));
      assertThat(texts).noneMatch(text -> text.contains(canary));
    }
  }

  @Test
  void a_vendor_that_echoes_what_it_was_asked_is_not_repeated() {
    Vendor echo =
        ScriptedVendor.saying(
            """
            {"HostId":"h","Code":"13800138000","Message":"卡娜丽 90817263","RequestId":"8613800138000"}""",
            """
            {"Code":"200","RequestId":"13800138000","ResultObject":\
            {"BizCode":"1","SubCode":"13800138000","TimeCode":"13800138000","IspName":"13800138000"}}""",
            """
            <html>13800138000 卡娜丽</html>""");
    List<String> logged;
    try (CapturedLogs logs = CapturedLogs.open();
        Sandbox sandbox = Sandbox.start(echo)) {
      ask(sandbox, Map.of(), PhoneNumber.of("+8613800138000"));
      logged = logs.lines();
    }
    for (String canary : CANARIES) {
      assertThat(logged).noneMatch(line -> line.contains(canary));
      assertThat(texts).noneMatch(text -> text.contains(canary));
    }
  }

  private void ask(Sandbox sandbox, Map<String, ?> settings, PhoneNumber number) {
    texts.add(Settings.sandbox(sandbox.endpoint(), settings).toString());
    IdentityClaim claim = IdentityClaim.of(number, "卡娜丽", "11010119900307123X");
    CodeClaim code = CodeClaim.of(number, "90817263");
    PreValidatedClaim bought = PreValidatedClaim.of(number, "90817263");
    for (Object query : List.of(number, TenureQuery.of(number), claim, code, bought)) {
      texts.add(query.toString());
    }
    try (VerificationProvider provider = Account.provider(sandbox, Account.unlimited(), settings)) {
      texts.add(provider.toString());
      tell(() -> provider.phoneStatus().orElseThrow().check(number));
      tell(() -> provider.tenure().orElseThrow().check(TenureQuery.of(number)));
      tell(() -> provider.identityMatch().orElseThrow().check(claim));
      tell(() -> provider.codeDelivery().orElseThrow().check(number));
      tell(() -> provider.codeVerification().orElseThrow().check(code));
      tell(() -> provider.preValidatedNumber().orElseThrow().check(bought));
    }
  }

  private void tell(Supplier<? extends Answer<?>> question) {
    try {
      texts.add(question.get().toString());
    } catch (VerificationException e) {
      texts.add(Throwables.getStackTrace(e));
      texts.add(e.failure().toString());
    }
  }
}
