package io.telproof.alibaba;

import io.telproof.Answer;
import io.telproof.CodeClaim;
import io.telproof.Contact;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.TenureQuery;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaSettings;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** An account with a vendor on this machine, and the provider that uses it. */
record Account(Sandbox sandbox, VerificationProvider provider) implements AutoCloseable {
  /** A vendor that throttles nobody. */
  static final AlibabaSettings GENEROUS = AlibabaSettings.published().limits(1_000_000, 1_000_000);

  static final String NAME = "韦小宝";
  static final String ID_NUMBER = "11204416541220243X";

  static Account open(Vendor vendor) {
    return open(vendor, Time.system(), Map.of());
  }

  static Account open(Vendor vendor, Time time, Map<String, ?> settings) {
    return open(vendor, ProviderEnvironment.local(time), settings);
  }

  static Account open(Vendor vendor, ProviderEnvironment environment, Map<String, ?> settings) {
    Sandbox sandbox = Sandbox.start(vendor);
    return new Account(sandbox, provider(sandbox, environment, settings));
  }

  /** For tests that are not about limits. */
  static ProviderEnvironment unlimited() {
    return new ProviderEnvironment(
        Time.system(), (key, limit) -> NoLimit.LIMITER, Optional.empty());
  }

  static ProviderEnvironment with(RateLimiters limiters) {
    return new ProviderEnvironment(Time.system(), limiters, Optional.empty());
  }

  static VerificationProvider provider(
      Sandbox sandbox, ProviderEnvironment environment, Map<String, ?> settings) {
    return new AlibabaProviderFactory()
        .open("main", Settings.sandbox(sandbox.endpoint(), settings), environment);
  }

  /** The six questions about one number, by the names of their operations. */
  Map<String, Supplier<Answer<?>>> questions(PhoneNumber number) {
    Map<String, Supplier<Answer<?>>> all = new LinkedHashMap<>();
    all.put("MobileOnlineStatus", () -> provider.phoneStatus().orElseThrow().check(number));
    all.put(
        "MobileOnlineTime", () -> provider.tenure().orElseThrow().check(TenureQuery.of(number)));
    all.put(
        "Mobile3MetaDetailVerify",
        () ->
            provider
                .identityMatch()
                .orElseThrow()
                .check(IdentityClaim.of(number, NAME, ID_NUMBER)));
    all.put("SendSmsVerifyCode", () -> send(number));
    all.put("CheckSmsVerifyCode", () -> verify(number, "123456"));
    all.put(
        "GetPreValidatePhoneId",
        () ->
            provider
                .preValidatedNumber()
                .orElseThrow()
                .check(PreValidatedClaim.of(number, "208312")));
    return all;
  }

  /** One of the six. */
  Supplier<Answer<?>> question(String operation, PhoneNumber number) {
    return Objects.requireNonNull(questions(number).get(operation), operation);
  }

  Answer<?> send(Contact contact) {
    return provider.codeDelivery().orElseThrow().check(contact);
  }

  Answer<?> verify(Contact contact, String code) {
    return provider.codeVerification().orElseThrow().check(CodeClaim.of(contact, code));
  }

  @Override
  public void close() {
    provider.close();
    sandbox.close();
  }
}
