package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for an access token, and who does not. */
@Timeout(120)
class AwaitedTokenTest extends AskedWithToken {
  @Test
  void many_who_ask_at_once_wait_for_one_token() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    CountDownLatch all = new CountDownLatch(1);
    vendor.tokenScripts.add(
        peer -> {
          all.await();
          peer.write(vendor.token());
        });
    List<Asker> askers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      askers.add(asker(gateway, vendor, LONG));
    }
    for (Asker each : askers) {
      each.untilItWaits();
    }
    all.countDown();
    for (Asker each : askers) {
      assertThat(each.reply().status()).isEqualTo(200);
    }
    assertThat(vendor.tokenRequests()).hasSize(1);
    assertThat(vendor.tokensOfQuestions()).hasSize(16).containsOnly("1");
  }

  private Asker asker(Gateway gateway, TokenVendor vendor, Duration within) {
    OutgoingRequest request =
        new OutgoingRequest("Ask", limiter, vendor.question(), Line.BODY)
            .withGrant(Grant.of("ask"));
    return new Asker(() -> Line.reply(gateway, request, CallContext.within(within)));
  }

  @Test
  void the_patience_of_one_does_not_end_the_token_of_another() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    CountDownLatch impatient = new CountDownLatch(1);
    vendor.tokenScripts.add(
        peer -> {
          impatient.await();
          peer.write(vendor.token());
        });
    assertUnsent(failure(gateway, vendor, Duration.ofMillis(200)), FailureKind.UNAVAILABLE, vendor);
    try (Asker patient = asker(gateway, vendor, LONG)) {
      patient.untilItWaits();
      impatient.countDown();
      assertThat(patient.reply().status()).isEqualTo(200);
    }
    assertThat(vendor.tokenRequests()).hasSize(1);
  }

  @Test
  void an_interrupt_ends_the_wait_for_a_token() throws Exception {
    TokenVendor vendor = vendor();
    CountDownLatch end = new CountDownLatch(1);
    vendor.tokenScripts.add(peer -> end.await());
    try (Asker asker = asker(gateway(vendor), vendor, LONG)) {
      asker.untilItWaits();
      asker.interrupt();
      assertUnsent((VerificationException) asker.failure(), FailureKind.UNAVAILABLE, vendor);
      assertThat(asker.flagged()).isTrue();
    }
    end.countDown();
  }

  @Test
  void in_the_last_part_of_its_life_a_token_is_replaced_beside_the_questions() throws Exception {
    TokenVendor vendor = vendor(100);
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    CountDownLatch asked = new CountDownLatch(1);
    vendor.tokenScripts.add(
        peer -> {
          asked.await();
          peer.write(vendor.token());
        });
    time.advance(Duration.ofSeconds(80));
    ask(gateway, vendor);
    ask(gateway, vendor);
    asked.countDown();
    while (!vendor.tokensOfQuestions().contains("2")) {
      ask(gateway, vendor);
    }
    assertThat(vendor.tokensOfQuestions()).startsWith("1", "1", "1");
    assertThat(vendor.tokenRequests()).hasSize(2);
  }

  @Test
  void a_token_that_cannot_be_replaced_serves_to_its_end_and_is_not_asked_for_by_everybody()
      throws Exception {
    TokenVendor vendor = vendor(1000);
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    for (int i = 0; i < 20; i++) {
      vendor.tokenScripts.add(peer -> peer.write(reply("503 Unavailable", "", "")));
    }
    try (LogCapture log = new LogCapture()) {
      time.advance(Duration.ofSeconds(850));
      ask(gateway, vendor);
      while (log.lines().stream().noneMatch(line -> line.contains("could not be had"))) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 20; i++) {
        ask(gateway, vendor);
      }
      assertThat(vendor.tokensOfQuestions()).containsOnly("1");
      assertThat(vendor.tokenRequests()).hasSize(2);
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("WARN"))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line)
                      .contains("main: a new access token could not be had (the reply, HTTP 503, ")
                      .doesNotContain(Line.KEY_CANARY));
    }
  }

  @Test
  void a_token_that_ended_in_the_wait_for_a_permit_is_replaced_before_the_question_is_sent()
      throws Exception {
    TokenVendor vendor = vendor(100);
    Gateway gateway = gateway(vendor);
    OutgoingRequest request =
        new OutgoingRequest(
            "Ask",
            within -> {
              time.advance(Duration.ofSeconds(98));
              return limiter.acquire(within);
            },
            vendor.question(),
            Line.BODY);
    gateway.ask(request, CallContext.within(Duration.ofSeconds(200)), AskedWithToken::decode);
    assertThat(vendor.tokensOfQuestions()).containsExactly("2");
  }
}
