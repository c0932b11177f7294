package io.telproof.client.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.client.AuditRecord;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicInteger written = new AtomicInteger();

  private void answer(AuditTrail trail) {
    Object value =
        new Object() {
          @Override
          public String toString() {
            written.incrementAndGet();
            return "the value";
          }
        };
    trail.answered(
        CheckType.TENURE,
        PhoneNumber.of("+8613800138000"),
        CallContext.standard(),
        AT,
        new Answer.Known<>(
            value, Receipt.of("main", "Op", Charge.CHARGED, AT, Duration.ofMillis(5))),
        Duration.ofMillis(6));
  }

  @Test
  void where_nobody_listens_no_answer_is_written_down() {
    answer(new AuditTrail(List.of(), Fingerprint.random()));
    assertThat(written).hasValue(0);
  }

  @Test
  void all_who_listen_get_one_record_in_which_the_answer_is_written_once() {
    List<AuditRecord> records = new ArrayList<>();
    answer(new AuditTrail(List.of(records::add, records::add), Fingerprint.random()));
    assertThat(records).hasSize(2);
    assertThat(records.get(0)).isSameAs(records.get(1));
    assertThat(written).hasValue(1);
  }
}
