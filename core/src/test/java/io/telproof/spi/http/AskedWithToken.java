package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A gateway, and a vendor whose questions carry access tokens, for the tests of these. */
abstract class AskedWithToken {
  static final Duration LONG = Duration.ofSeconds(20);
  static final String REFUSED = reply("401 Unauthorized", "", "{}");

  final HandTime time = HandTime.over(Time.system());
  final CountingRateLimiter limiter = new CountingRateLimiter();
  private final List<AutoCloseable> open = new ArrayList<>();

  TokenVendor vendor(int lifetime) throws IOException {
    TokenVendor vendor = new TokenVendor(lifetime);
    open.add(vendor);
    return vendor;
  }

  TokenVendor vendor() throws IOException {
    return vendor(3600);
  }

  Gateway gateway(TokenVendor vendor) {
    return gateway(vendor, () -> TokenVendor.credentials("client"));
  }

  Gateway gateway(TokenVendor vendor, CredentialsSource credentials) {
    Gateway gateway =
        Gateway.open(
            "main",
            time,
            vendor.authorizer(),
            credentials,
            new VendorProfile(time),
            Network.standard());
    open.add(gateway);
    return gateway;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  Answer<String> ask(Gateway gateway, TokenVendor vendor, Duration within, Grant grant) {
    OutgoingRequest request =
        new OutgoingRequest("Ask", limiter, vendor.question(), Line.BODY).withGrant(grant);
    return gateway.ask(request, CallContext.within(within), AskedWithToken::decode);
  }

  Answer<String> ask(Gateway gateway, TokenVendor vendor) {
    return ask(gateway, vendor, LONG, Grant.of("ask"));
  }

  static Answer<String> decode(Reply reply) {
    if (reply.status() != 200) {
      throw reply.withoutCode("is a refusal");
    }
    return reply.known("it", Charge.CHARGED);
  }

  VerificationException failure(Gateway gateway, TokenVendor vendor, Duration within) {
    return catchThrowableOfType(
        VerificationException.class, () -> ask(gateway, vendor, within, Grant.of("ask")));
  }

  VerificationException failure(Gateway gateway, TokenVendor vendor) {
    return failure(gateway, vendor, LONG);
  }

  static void assertUnsent(VerificationException failure, FailureKind kind, TokenVendor vendor) {
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charge()).isEqualTo(Charge.FREE);
    assertThat(failure.operation()).isEqualTo("Ask");
    assertThat(failure.getMessage())
        .contains("no access token: ")
        .contains("; the question was not sent")
        .doesNotContain(Line.KEY_CANARY);
    assertThat(vendor.tokensOfQuestions()).isEmpty();
  }
}
