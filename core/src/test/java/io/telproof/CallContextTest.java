package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallContextTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final CallContext CONTEXT =
      new CallContext(SECOND, "call-1", Optional.of("sign-up"));

  @Test
  void a_key_goes_along_with_whatever_else_changes() {
    CallContext keyed = CONTEXT.withKey("order-4711/tenure");
    assertThat(CONTEXT.key()).isEmpty();
    assertThat(
            List.of(
                keyed,
                keyed.withTimeLeft(Duration.ofMillis(3)),
                keyed.withLongestWait(Duration.ofMillis(3))))
        .extracting(CallContext::key)
        .containsOnly(Optional.of("order-4711/tenure"));
    assertThat(keyed.withKey("order-4712").key()).contains("order-4712");
    assertThat(keyed)
        .isNotEqualTo(CONTEXT)
        .isEqualTo(CONTEXT.withKey("order-4711/tenure"))
        .hasSameHashCodeAs(CONTEXT.withKey("order-4711/tenure"));
    assertThat(keyed.withoutKey()).isEqualTo(CONTEXT);
    assertThat(CONTEXT.withoutKey()).isSameAs(CONTEXT);
  }

  @Test
  void a_key_is_1_to_256_visible_characters() {
    assertThat(CONTEXT.withKey("!").key()).contains("!");
    assertThat(CONTEXT.withKey("~".repeat(256)).key()).contains("~".repeat(256));
    for (String wrong : List.of("", "a b", "a\n", "ключ", "\u007F", "k".repeat(257))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CONTEXT.withKey(wrong))
          .withMessage("a key is 1 to 256 visible ASCII characters without spaces");
    }
  }

  @Test
  void a_key_does_not_print_but_for_that_it_is_there() {
    assertThat(CONTEXT)
        .hasToString(
            "CallContext[within=PT1S, correlationId=call-1, purpose=Optional[sign-up],"
                + " longestWait=PT1S, key=Optional.empty]");
    assertThat(CONTEXT.withKey("order-4711").toString())
        .endsWith("key=Optional[***]]")
        .doesNotContain("4711");
  }
}
