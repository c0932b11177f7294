package io.telproof.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimit;
import java.time.Duration;
import java.util.List;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;

final class ExplainedTimeTest {
  private static final int PERSON = 4_201;
  private static final int ENOUGH = 8;

  @Test
  void an_explanation_says_how_long_replies_take_and_what_a_wait_leaves_for_one() throws Exception {
    try (RawVendor vendor =
            new RawVendor(
                Client.MAIN,
                TellingVendor.tencent(),
                new Books(),
                ServerSocketFactory.getDefault(),
                (nth, reply, peer) -> peer.write(Framing.Said.ok(reply.body())));
        Telproof telproof =
            Client.open(
                List.of(Client.tencent(vendor.endpoint("http"), "")),
                "breaker.enabled = false",
                limit -> RateLimit.perSecond(10_000))) {
      assertThat(telproof.explain(CheckType.TENURE).toString()).doesNotContain("replies took");
      for (int nth = 0; nth < ENOUGH; nth++) {
        Client.ask(telproof, PERSON + nth, Duration.ofSeconds(30));
      }
      assertThat(telproof.explain(CheckType.TENURE).toString())
          .containsPattern("half of its last replies took [0-9]+ ms or more")
          .containsPattern("the wait for its limit leaves [0-9]+ ms for the reply");
    }
  }
}
