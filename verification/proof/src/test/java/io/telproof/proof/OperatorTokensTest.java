package io.telproof.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An operator whose access tokens are given by a host of their own, and all that can be wrong with
 * them: what comes of a question, what it costs, and what the two hosts see.
 */
@Timeout(60)
final class OperatorTokensTest {
  private static final String ONCE = "telproof.retry.attempts = 1\n";

  private final TwoHosts hosts = new TwoHosts();

  @AfterEach
  void close() {
    hosts.close();
  }

  /** Real time passes where nobody answers. */
  private static Duration patience(TokenTrouble trouble) {
    return trouble == TokenTrouble.STALLS ? Tally.MOMENT : Tally.PATIENCE;
  }

  @ParameterizedTest
  @EnumSource
  void every_trouble_with_a_token_has_its_kind_and_nothing_is_charged_but_an_answer(
      TokenTrouble trouble) throws IOException {
    try (Telproof telproof =
        Telproof.builder(
                ConfigFactory.parseString(
                    ONCE + hosts.configuration("operator", trouble.host(hosts))))
            .time(hosts.time())
            .open()) {
      trouble.happen(hosts, telproof);
      hosts.apis().bill().clear();
      long before = hosts.tokenRequests();

      Duration within = patience(trouble);
      assertThat(TwoHosts.outcome(telproof, within)).isEqualTo(trouble.expected);
      assertThat(hosts.apis().bill().requests()).as("questions").isEqualTo(trouble.seen);
      assertThat(hosts.apis().bill().charged()).as("charged").isEqualTo(trouble.charged);
      assertThat(hosts.tokenRequests() - before)
          .as("token requests")
          .isEqualTo(trouble.tokenRequests);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_is_wrong_no_token_secret_or_number_gets_out(TokenTrouble trouble)
      throws IOException {
    try (Capture capture = Capture.open()) {
      try (Telproof telproof =
          capture
              .watch(
                  Telproof.builder(
                      ConfigFactory.parseString(
                          ONCE + hosts.configuration("operator", trouble.host(hosts)))))
              .time(hosts.time())
              .open()) {
        trouble.happen(hosts, telproof);
        try {
          capture.note(Channel.PRINTED, TwoHosts.ask(telproof, patience(trouble)));
        } catch (VerificationException e) {
          capture.thrown(e);
        }
      }
      List<Canary> canaries = new ArrayList<>(hosts.given());
      canaries.addAll(Accounts.canaries());
      canaries.add(Canary.number(TwoHosts.NUMBER.e164()));
      canaries.add(Canary.text("a token that was made up", "Tq84"));
      canaries.add(Canary.text("a token that was made up", "Zx31"));
      assertThat(new Search(canaries).in(capture.evidence())).isEmpty();
      assertThat(capture.evidence().get(Channel.LOG))
          .as("the logs are heard at their lowest level")
          .anyMatch(line -> line.startsWith("DEBUG io.telproof."));
    }
  }

  @Test
  void a_refused_token_stands_before_the_answer_as_a_free_attempt() {
    try (Telproof telproof =
        Telproof.builder(
                ConfigFactory.parseString(
                    hosts.configuration("operator", hosts.tokens().endpoint())))
            .time(hosts.time())
            .open()) {
      hosts.askedBefore(telproof);
      hosts.operator().revokeTokens();
      assertThat(TwoHosts.ask(telproof, Tally.PATIENCE).receipt().earlier())
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.failure()).contains(FailureKind.UNAUTHORIZED);
                assertThat(attempt.charge()).isEqualTo(Charge.FREE);
              });
    }
  }

  /** It was not put, and so may be asked again; and then it is put once. */
  @Test
  void a_question_without_a_token_is_asked_again_and_put_once() {
    hosts.tokens().faults().nextTokenExchange(Fault.RESET_BEFORE_REPLY);
    hosts.tokens().faults().nextTokenExchange(Fault.HTML_502);
    try (Telproof telproof =
        Telproof.builder(
                ConfigFactory.parseString(
                    hosts.configuration("operator", hosts.tokens().endpoint())))
            .time(hosts.time())
            .open()) {
      Answer<PhoneStatus> answer = TwoHosts.ask(telproof, Tally.PATIENCE);
      assertThat(answer).isInstanceOf(Answer.Known.class);
      assertThat(answer.receipt().earlier())
          .extracting(Attempt::failure, Attempt::charge)
          .containsOnly(tuple(Optional.of(FailureKind.UNAVAILABLE), Charge.FREE))
          .hasSize(2);
    }
    assertThat(hosts.apis().bill().requests()).isEqualTo(1);
    assertThat(hosts.apis().bill().charged()).isEqualTo(1);
    assertThat(hosts.tokenRequests()).isEqualTo(3);
  }

  @Test
  void where_one_operator_gives_no_token_the_next_one_of_the_route_is_asked_and_charges_once()
      throws IOException {
    String config =
        ONCE
            + hosts.configuration("first", Accounts.nobody())
            + hosts.configuration("second", hosts.tokens().endpoint())
            + "telproof.routes.phone-status = [first, second]";
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(config)).time(hosts.time()).open()) {
      Answer<PhoneStatus> answer = TwoHosts.ask(telproof, Tally.PATIENCE);
      assertThat(answer.receipt().provider()).isEqualTo("second");
      assertThat(answer.receipt().earlier()).extracting(Attempt::provider).containsExactly("first");
    }
    assertThat(hosts.apis().bill().requests()).isEqualTo(1);
    assertThat(hosts.apis().bill().charged()).isEqualTo(1);
  }
}
