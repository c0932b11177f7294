package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.spi.http.internal.token.HeldToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a gateway keeps the access tokens of its vendor, and for what. */
@Timeout(120)
class GatewayTokenTest extends AskedWithToken {
  @Test
  void a_token_is_got_before_the_first_question_and_kept_for_the_others() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "1");
    assertThat(vendor.tokenRequests()).hasSize(1);
  }

  @Test
  void a_question_without_a_body_carries_a_token_as_well() throws Exception {
    TokenVendor vendor = vendor();
    Request get = vendor.question().newBuilder().get().build();
    gateway(vendor)
        .ask(
            new OutgoingRequest("Ask", limiter, get, new byte[0]),
            CallContext.standard(),
            AskedWithToken::decode);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1");
    assertThat(vendor.tokenRequests().get(0).body().utf8())
        .isEqualTo("grant_type=client_credentials");
  }

  @Test
  void each_scope_has_one_token() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    for (String scope : List.of("a", "b c", "a", "b c")) {
      ask(gateway, vendor, LONG, Grant.of(scope));
    }
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2", "1", "2");
    assertThat(vendor.tokenRequests())
        .extracting(request -> request.body().utf8())
        .containsExactly(
            "grant_type=client_credentials&scope=a", "grant_type=client_credentials&scope=b+c");
  }

  @Test
  void other_credentials_have_a_token_of_their_own() throws Exception {
    TokenVendor vendor = vendor();
    AtomicReference<String> client = new AtomicReference<>("old");
    Gateway gateway = gateway(vendor, () -> TokenVendor.credentials(String.valueOf(client.get())));
    ask(gateway, vendor);
    client.set("new");
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2");
  }

  @Test
  void a_token_about_a_person_is_got_for_one_question_and_not_kept() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    Grant about = Grant.of("ask").about(Sensitive.of("tel:+34666666666"));
    ask(gateway, vendor, LONG, about);
    ask(gateway, vendor, LONG, about);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2");
  }

  @Test
  void a_token_takes_no_permit_and_a_question_that_has_none_takes_none_either() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    vendor.tokenScripts.add(peer -> peer.write(reply("401 Unauthorized", "", "")));
    failure(gateway, vendor);
    assertThat(limiter.events()).isEmpty();
    ask(gateway, vendor);
    assertThat(limiter.events()).containsExactly("taken", "sent");
  }

  @Test
  void a_refused_token_is_dropped_and_the_question_sent_once_more_with_a_new_one()
      throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    vendor.replies.add(REFUSED);
    Answer<String> answer = ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "1", "2");
    assertThat(vendor.tokenRequests()).hasSize(2);
    assertThat(answer.receipt().earlier())
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).contains(FailureKind.UNAUTHORIZED);
              assertThat(attempt.charge()).isEqualTo(Charge.FREE);
            });
  }

  @Test
  void a_new_token_that_is_refused_as_well_is_not_followed_by_a_third_question() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    vendor.replies.addAll(List.of(REFUSED, REFUSED));
    VerificationException failure = failure(gateway, vendor);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(failure.isFree()).isTrue();
    assertThat(failure.earlier()).extracting(Attempt::operation).containsExactly("Ask");
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2");
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2", "3");
  }

  @Test
  void where_there_is_no_new_token_that_is_the_failure_and_the_refusal_came_before_it()
      throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    vendor.replies.add(REFUSED);
    vendor.tokenScripts.add(peer -> peer.write(reply("503 Unavailable", "", "")));
    VerificationException failure = failure(gateway, vendor);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.isFree()).isTrue();
    assertThat(failure.earlier()).hasSize(1);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "1");
  }

  @Test
  void a_refusal_that_is_not_of_the_token_is_the_outcome() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    vendor.replies.add(reply("403 Forbidden", "", "{}"));
    assertThat(failure(gateway, vendor).kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1");
    assertThat(vendor.tokenRequests()).hasSize(1);
  }

  @Test
  void the_end_of_a_token_is_honoured() throws Exception {
    TokenVendor vendor = vendor(100);
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    time.advance(Duration.ofSeconds(96));
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2");
  }

  @Test
  void nothing_that_is_logged_or_printed_holds_a_token() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    try (LogCapture log = new LogCapture()) {
      ask(gateway, vendor);
      vendor.replies.add(REFUSED);
      ask(gateway, vendor);
      assertThat(log.lines()).noneMatch(line -> line.contains(Line.KEY_CANARY));
    }
    AccessToken token = new AccessToken(Sensitive.of(Line.KEY_CANARY), Duration.ofSeconds(1));
    Grant grant = Grant.of("ask").about(Sensitive.of(Line.CANARY));
    assertThat(
            Optional.of(token)
                + " "
                + grant
                + HeldToken.of(token.value(), token.lifetime(), Duration.ZERO, time))
        .doesNotContain(Line.KEY_CANARY)
        .doesNotContain(Line.CANARY);
  }
}
