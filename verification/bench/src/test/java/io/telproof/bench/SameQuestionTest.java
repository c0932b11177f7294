package io.telproof.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A comparison is fair where both put the same question, and both are answered. */
class SameQuestionTest {
  private static final String NUMBER = "13800138000";

  @Test
  void a_call_of_every_layer_puts_the_question_of_the_call_by_hand() {
    try (Sandbox sandbox = Sandbox.start(new TencentVendor())) {
      String url = sandbox.endpoint().toString();
      for (Layer layer : Layer.values()) {
        assertThat(layer.call(url).apply(NUMBER)).isNotEmpty();
      }
      List<ReceivedRequest> heard = sandbox.heard();
      assertThat(heard).hasSize(Layer.values().length).allMatch(ReceivedRequest::signatureGood);
      assertThat(heard).containsOnly(heard.get(0));
    }
  }

  @Test
  void a_call_by_hand_puts_the_question_of_telproof_and_signs_it_as_the_vendor_wants() {
    try (Sandbox sandbox = Sandbox.start(new TencentVendor(), new AlibabaVendor())) {
      String url = sandbox.endpoint().toString();
      List<Function<String, String>> calls =
          List.of(
              new TelproofTencentCall(url),
              new HandTencentCall(url),
              new PartsCall(url, EnumSet.allOf(Part.class)),
              new TelproofAlibabaCall(url),
              new HandAlibabaCall(url));
      assertThat(calls).allSatisfy(call -> assertThat(call.apply(NUMBER)).isNotEmpty());
      List<ReceivedRequest> heard = sandbox.heard();
      assertThat(heard).hasSize(5).allMatch(ReceivedRequest::signatureGood);
      assertThat(heard.subList(1, 3)).containsOnly(heard.get(0));
      assertThat(heard.get(4)).isEqualTo(heard.get(3));
    }
  }
}
