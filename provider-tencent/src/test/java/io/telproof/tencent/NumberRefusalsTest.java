package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which codes refuse a number until when: stated a second time. */
final class NumberRefusalsTest {
  private static final String DAY = "before the vendor's next day (Asia/Shanghai)";

  private static void collect(String operation, CodeTable<?> table, Map<String, String> into) {
    table
        .rows()
        .forEach(
            row -> {
              if (row.meaning() instanceof Meaning.Failed<?> fails) {
                fails
                    .refusal()
                    .ifPresent(until -> into.put(operation + " " + row.code(), until.toString()));
              }
            });
  }

  /** What is the account's, or may be, keeps no number from the vendor. */
  @Test
  void a_number_is_refused_for_the_day_by_its_own_allowance_and_by_nothing_else() {
    Map<String, String> refusing = new TreeMap<>();
    collect("MobileStatus", MobileStatus.RESULT, refusing);
    collect("MobileStatus", MobileStatus.STATUS_CODE, refusing);
    collect("MobileStatus", MobileStatus.ERROR, refusing);
    collect("MobileNetworkTimeVerification", MobileNetworkTimeVerification.RESULT, refusing);
    collect("MobileNetworkTimeVerification", MobileNetworkTimeVerification.ERROR, refusing);
    collect("PhoneVerification", PhoneVerification.RESULT, refusing);
    collect("PhoneVerification", PhoneVerification.ERROR, refusing);
    collect("CheckPhoneAndName", CheckPhoneAndName.RESULT, refusing);
    collect("CheckPhoneAndName", CheckPhoneAndName.ERROR, refusing);
    collect("SendIntlPhoneEmailCode", SendIntlPhoneEmailCode.ERROR, refusing);
    collect("CreateIntlPhoneEmail", CreateIntlPhoneEmail.ERROR, refusing);
    collect("SendPhoneEmailCode", SendPhoneEmailCode.ERROR, refusing);
    collect("CreatePhoneEmail", CreatePhoneEmail.ERROR, refusing);
    assertThat(refusing)
        .containsOnly(
            Map.entry("MobileStatus -4", DAY),
            Map.entry("MobileNetworkTimeVerification -5", DAY),
            Map.entry("PhoneVerification -12", DAY),
            Map.entry("CheckPhoneAndName -6", DAY));
  }
}
