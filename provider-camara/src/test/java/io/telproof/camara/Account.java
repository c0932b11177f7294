package io.telproof.camara;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Contact;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.RecycledQuery;
import io.telproof.Recycling;
import io.telproof.Sensitive;
import io.telproof.SimSwap;
import io.telproof.SimSwapQuery;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.sandbox.Sandbox;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An account with an operator on this machine, and the provider that uses it. */
record Account(Sandbox sandbox, ScriptedOperator operator, VerificationProvider provider)
    implements AutoCloseable {
  static final PhoneNumber NUMBER = PhoneNumber.of("+34666666666");
  static final String STATUS =
      "{'voiceSmsIn':'active','voiceSmsOut':'active','dataService':'active'}";

  static Account open(ScriptedOperator operator, Map<String, ?> settings) {
    return open(operator, Time.system(), settings);
  }

  static Account open(ScriptedOperator operator, Time time, Map<String, ?> settings) {
    Sandbox sandbox = Sandbox.start(operator);
    Map<String, Object> all = new HashMap<>();
    all.put("message", "{{code}} is your code");
    all.putAll(settings);
    ProviderEnvironment environment =
        new ProviderEnvironment(time, (key, limits) -> RateLimiter.none(), Optional.empty());
    return new Account(
        sandbox,
        operator,
        new CamaraProviderFactory()
            .open("main", Settings.at(sandbox.endpoint().toString(), all), environment));
  }

  Answer<PhoneStatus> status() {
    return provider.phoneStatus().orElseThrow().check(NUMBER);
  }

  Answer<PhoneStatus> status(CallContext context) {
    return provider.phoneStatus().orElseThrow().check(NUMBER, context);
  }

  Answer<Tenure> tenure(int months) {
    return provider.tenure().orElseThrow().check(TenureQuery.of(NUMBER, months));
  }

  Answer<?> match(String name, String idNumber) {
    return provider.identityMatch().orElseThrow().check(IdentityClaim.of(NUMBER, name, idNumber));
  }

  Answer<?> match(IdentityClaim claim) {
    return provider.identityMatch().orElseThrow().check(claim);
  }

  Answer<Recycling> recycled(LocalDate heldSince) {
    return provider.recycledNumber().orElseThrow().check(RecycledQuery.of(NUMBER, heldSince));
  }

  Answer<SimSwap> simSwap(int hours) {
    return provider.simSwap().orElseThrow().check(SimSwapQuery.of(NUMBER, Duration.ofHours(hours)));
  }

  Answer<CodeDispatch> send(Contact contact) {
    return provider.codeDelivery().orElseThrow().check(contact);
  }

  Answer<CodeVerdict> verify(Contact contact, String code, Optional<String> handle) {
    return provider
        .codeVerification()
        .orElseThrow()
        .check(new CodeClaim(contact, Sensitive.of(code), handle));
  }

  @Override
  public void close() {
    provider.close();
    sandbox.close();
  }
}
