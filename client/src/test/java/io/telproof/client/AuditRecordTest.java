package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditRecordTest {
  private static final Instant AT = Instant.EPOCH;
  private static final Duration WAITED = Duration.ofMillis(31);
  private static final CallContext CONTEXT =
      new CallContext(Duration.ofSeconds(10), "call-1", Optional.of("sign-up"));
  private static final Receipt RECEIPT = Outcomes.receipt(Charge.CHARGED);

  private static AuditRecord entry(
      Instant at, CheckType check, CallContext context, String subject, String outcome) {
    return AuditRecord.of(at, check, context, subject, outcome, RECEIPT, WAITED);
  }

  private static AuditRecord entry() {
    return entry(AT, CheckType.TENURE, CONTEXT, "00ff", "KNOWN");
  }

  @Test
  void it_prints_all_it_holds() {
    assertThat(entry().withAnswer("24 months"))
        .hasToString(
            "AuditRecord[at=1970-01-01T00:00:00Z, check="
                + CheckType.TENURE
                + ", correlationId=call-1, purpose=Optional[sign-up], subject=00ff, outcome=KNOWN,"
                + " answer=Optional[24 months], provider=main, operation=Op,"
                + " vendorCode=Optional[0], requestId=Optional[request-7], charge=CHARGED,"
                + " origin=FRESH, elapsed=PT0.031S, earlier=[]]");
  }

  @Test
  void each_word_of_it_counts() {
    List<AuditRecord> different =
        List.of(
            entry(),
            entry(Instant.MAX, CheckType.TENURE, CONTEXT, "00ff", "KNOWN"),
            entry(AT, CheckType.PHONE_STATUS, CONTEXT, "00ff", "KNOWN"),
            entry(
                AT,
                CheckType.TENURE,
                new CallContext(Duration.ofSeconds(10), "call-2", Optional.of("sign-up")),
                "00ff",
                "KNOWN"),
            entry(
                AT,
                CheckType.TENURE,
                new CallContext(Duration.ofSeconds(10), "call-1", Optional.empty()),
                "00ff",
                "KNOWN"),
            entry(AT, CheckType.TENURE, CONTEXT, "00fe", "KNOWN"),
            entry(AT, CheckType.TENURE, CONTEXT, "00ff", "NO_RECORD"),
            entry().withAnswer("24 months"),
            AuditRecord.of(AT, CheckType.TENURE, CONTEXT, "00ff", "KNOWN", RECEIPT, Duration.ZERO),
            AuditRecord.of(
                AT,
                CheckType.TENURE,
                CONTEXT,
                "00ff",
                "KNOWN",
                RECEIPT.withCharge(Charge.FREE),
                WAITED));
    assertThat(different).doesNotHaveDuplicates();
    assertThat(different.stream().map(Object::toString)).doesNotHaveDuplicates();
  }

  @Test
  void how_much_time_the_caller_had_is_no_part_of_it() {
    AuditRecord other =
        entry(AT, CheckType.TENURE, CONTEXT.withTimeLeft(Duration.ofSeconds(1)), "00ff", "KNOWN");
    assertThat(entry()).isEqualTo(other).hasSameHashCodeAs(other);
  }
}
