package io.telproof.camara;

import io.telproof.Gap;
import io.telproof.spi.reply.CodeTable;
import io.telproof.testkit.WireDocument;
import io.telproof.testkit.WireDocument.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class WireDocumentTest {
  private static final Gap UNKNOWN = UnknownNumber.NOT_COVERED.gap();

  @Test
  void the_page_in_the_documentation_is_printed_from_the_tables() throws IOException {
    Map<String, CodeTable<?>> subscription = new LinkedHashMap<>();
    subscription.put("voiceSmsIn", SubscriptionStatus.VOICE_SMS_IN);
    subscription.put("voiceSmsOut", SubscriptionStatus.VOICE_SMS_OUT);
    WireDocument.of(
            new Operation(
                SubscriptionStatus.offer(),
                subscription,
                "code",
                SubscriptionStatus.codes(UNKNOWN)),
            new Operation(
                ReachabilityStatus.offer(),
                Map.of("reachable", ReachabilityStatus.REACHABLE),
                "code",
                ReachabilityStatus.codes(UNKNOWN)),
            new Operation(
                CheckTenure.offer(),
                Map.of("tenureDateCheck, asked about 6 months", CheckTenure.tenureDateCheck(6)),
                "code",
                CheckTenure.codes(UNKNOWN)),
            new Operation(
                KycMatch.offer(),
                Map.of(
                    Arrays.stream(KycProperty.values())
                        .map(KycProperty::match)
                        .collect(Collectors.joining(", ")),
                    KycMatch.MATCH),
                "code",
                KycMatch.codes(UNKNOWN)),
            new Operation(SendCode.offer(), Map.of(), "code", SendCode.codes(UNKNOWN)),
            new Operation(ValidateCode.offer(), Map.of(), "code", ValidateCode.codes(UNKNOWN)),
            new Operation(
                CheckNumberRecycling.offer(),
                Map.of("phoneNumberRecycled", CheckNumberRecycling.PHONE_NUMBER_RECYCLED),
                "code",
                CheckNumberRecycling.codes(UNKNOWN)),
            new Operation(
                CheckSimSwap.offer(),
                Map.of("swapped", CheckSimSwap.SWAPPED),
                "code",
                SimSwapCodes.of(UNKNOWN)),
            new Operation(RetrieveSimSwapDate.offer(), Map.of(), "code", SimSwapCodes.of(UNKNOWN)))
        .assertPrintedIn(Path.of("..", "docs", "wire", "camara.md"));
  }
}
