package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a call at the operator, and what is made of the one that comes back. */
final class CorrelatorTest {
  private static CallContext called(String id) {
    return new CallContext(Duration.ofSeconds(10), id, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "order-4711",
        "b4333c46-49c0-4f62-80d7-f0ef930f1c46",
        "Az09-Az09-Az09-Az09-Az09-Az09-Az09-Az09-Az09-Az09-Az09-"
      })
  void the_callers_id_goes_to_the_operator(String id) {
    ScriptedOperator operator = new ScriptedOperator().says(200, Account.STATUS);
    try (Account account = Account.open(operator, Map.of())) {
      account.status(called(id));
    }
    assertThat(operator.lastQuestion().headers("x-correlator")).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order_4711",
        "order/4711",
        "order:1",
        "x{1}",
        "Az09-Az09-Az09-Az09-Az09-Az09-Az09-Az09-Az09-Az09-Az09-A"
      })
  void an_id_that_an_operator_may_refuse_is_left_out(String id) {
    ScriptedOperator operator =
        new ScriptedOperator().says(200, Account.STATUS, "the-operators-own");
    try (Account account = Account.open(operator, Map.of())) {
      assertThat(Outcome.of(() -> account.status(called(id))))
          .isEqualTo("ACTIVE UNSTATED active/active");
    }
    assertThat(operator.lastQuestion().headers("x-correlator")).isEmpty();
  }

  @Test
  void two_questions_under_one_id_are_two_questions() {
    ScriptedOperator operator = new ScriptedOperator().says(200, Account.STATUS);
    try (Account account = Account.open(operator, Map.of())) {
      for (int i = 0; i < 3; i++) {
        assertThat(Outcome.of(() -> account.status(called("order-4711"))))
            .isEqualTo("ACTIVE UNSTATED active/active");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 404})
  void a_reply_with_the_id_of_another_question_is_not_believed(int status) {
    ScriptedOperator operator = new ScriptedOperator().says(status, Account.STATUS, "order-4712");
    try (Account account = Account.open(operator, Map.of())) {
      assertThat(Outcome.of(() -> account.status(called("order-4711"))))
          .isEqualTo("PROTOCOL POSSIBLE -");
    }
    assertThat(operator.questions()).hasSize(1);
  }

  @Test
  void an_operator_that_sends_no_id_back_is_believed() {
    ScriptedOperator operator = new ScriptedOperator().says(200, Account.STATUS, "");
    try (Account account = Account.open(operator, Map.of())) {
      assertThat(Outcome.of(() -> account.status(called("order-4711"))))
          .isEqualTo("ACTIVE UNSTATED active/active");
    }
  }
}
