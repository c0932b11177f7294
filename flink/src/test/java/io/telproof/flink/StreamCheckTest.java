package io.telproof.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.spi.CheckType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a stream before anything runs. */
final class StreamCheckTest {
  private static final String LEDGER =
      """
      telproof.ledger {
        kept = jdbc, url = "jdbc:postgresql://db/telproof", password = ${NO_SUCH_PASSWORD_IS_SET}
        hash-key = a-key-of-16-letters
      """;
  private static final TelproofConfig WHOLE =
      TelproofConfig.text(LEDGER + "answers { keep = 30d, key = a-key } }");

  private final StreamExecutionEnvironment env =
      new StreamExecutionEnvironment(new Configuration());

  @Test
  void a_configuration_without_a_ledger_is_refused_and_says_what_it_would_cost() {
    TelproofConfig none = TelproofConfig.text("telproof.routes.tenure = main");
    assertThatThrownBy(() -> ask(none).unordered(Tenure.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("telproof.ledger.kept is none")
        .hasMessageContaining("pay again")
        .hasMessageContaining("withoutLedger()");
    assertThat(ask(none).withoutLedger().unordered(Tenure.class)).isNotNull();
  }

  @Test
  void a_ledger_that_keeps_no_answers_is_refused() {
    TelproofConfig receipts = TelproofConfig.text(LEDGER + "}");
    assertThatThrownBy(() -> ask(receipts).ordered(Tenure.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("telproof.ledger.answers.keep is missing");
  }

  @Test
  void a_file_that_is_on_the_task_managers_alone_is_looked_at_there() {
    TelproofConfig elsewhere = TelproofConfig.file("/no/such/telproof.conf");
    assertThat(ask(elsewhere).unordered(Tenure.class)).isNotNull();
    assertThatThrownBy(() -> SharedClient.acquire(elsewhere, true))
        .hasMessageContaining("/no/such/telproof.conf");
  }

  @Test
  void a_task_manager_refuses_a_configuration_without_a_ledger_too() {
    TelproofConfig none = TelproofConfig.text("telproof {}");
    assertThatThrownBy(() -> SharedClient.acquire(none, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("telproof.ledger.kept is none");
    assertThat(SharedClient.open()).isZero();
  }

  @Test
  void a_text_that_is_not_hocon_is_told_without_a_word_of_it() {
    TelproofConfig broken = TelproofConfig.text("telproof {\n  secret-key = [\"a-secret\" }");
    assertThatThrownBy(broken::load)
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("a-secret")
        .hasNoCause();
  }

  @ParameterizedTest
  @EnumSource
  void a_check_whose_answer_does_not_stay_true_is_not_asked(CheckType check) {
    if (check.mayCache()) {
      assertThat(ask(check)).isNotNull();
    } else {
      assertThatThrownBy(() -> ask(check))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(check.key());
    }
  }

  @Test
  void the_value_is_that_of_the_check() {
    assertThatThrownBy(() -> ask(WHOLE).unordered(PhoneStatus.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tenure answers io.telproof.Tenure");
  }

  @Test
  void a_capacity_and_a_time_out_of_range_are_refused() {
    assertThatThrownBy(() -> ask(WHOLE).capacity(0)).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> ask(WHOLE).capacity(1001)).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> ask(WHOLE).within(Duration.ZERO)).hasMessageContaining("within");
  }

  @Test
  void a_job_names_where_its_secrets_are_and_has_none_of_them() throws Exception {
    ask(WHOLE).unordered(Tenure.class).sinkTo(new DiscardingSink<>());
    byte[] job = InstantiationUtil.serializeObject(env.getStreamGraph().getJobGraph());
    String text = new String(job, StandardCharsets.ISO_8859_1);

    assertThat(text).contains("NO_SUCH_PASSWORD_IS_SET", "TELPROOF_STATE_KEY");
    assertThat(text).doesNotContain(Account.SECRET);
  }

  private StreamCheck<Question> ask(TelproofConfig config) {
    return TelproofStreams.ask(questions(), CheckType.TENURE, config);
  }

  private StreamCheck<Question> ask(CheckType check) {
    return TelproofStreams.ask(questions(), check, WHOLE);
  }

  private DataStream<Question> questions() {
    return env.fromSequence(0, 1)
        .map(
            row -> new Question("recheck/" + row, TenureQuery.of(PhoneNumber.of("+8613912345678"))))
        .returns(Question.type(StateKey.environment("TELPROOF_STATE_KEY")));
  }
}
