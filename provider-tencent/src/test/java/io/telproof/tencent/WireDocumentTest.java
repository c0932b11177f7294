package io.telproof.tencent;

import io.telproof.testkit.WireDocument;
import io.telproof.testkit.WireDocument.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WireDocumentTest {
  @Test
  void the_page_in_the_documentation_is_printed_from_the_tables() throws IOException {
    Map<String, io.telproof.spi.reply.CodeTable<?>> status = new LinkedHashMap<>();
    status.put("Result", MobileStatus.RESULT);
    status.put("StatusCode", MobileStatus.STATUS_CODE);
    WireDocument.of(
            new Operation(MobileStatus.offer(), status, "Error.Code", MobileStatus.ERROR),
            new Operation(
                MobileNetworkTimeVerification.offer(),
                Map.of("Result", MobileNetworkTimeVerification.RESULT),
                "Error.Code",
                MobileNetworkTimeVerification.ERROR),
            new Operation(
                PhoneVerification.offer(),
                Map.of("Result", PhoneVerification.RESULT),
                "Error.Code",
                PhoneVerification.ERROR),
            new Operation(
                CheckPhoneAndName.offer(),
                Map.of("Result", CheckPhoneAndName.RESULT),
                "Error.Code",
                CheckPhoneAndName.ERROR),
            new Operation(
                SendIntlPhoneEmailCode.offer(),
                Map.of(),
                "Error.Code",
                SendIntlPhoneEmailCode.ERROR),
            new Operation(
                CreateIntlPhoneEmail.offer(), Map.of(), "Error.Code", CreateIntlPhoneEmail.ERROR),
            new Operation(
                SendPhoneEmailCode.offer(), Map.of(), "Error.Code", SendPhoneEmailCode.ERROR),
            new Operation(CreatePhoneEmail.offer(), Map.of(), "Error.Code", CreatePhoneEmail.ERROR))
        .assertPrintedIn(Path.of("..", "docs", "wire", "tencent.md"));
  }
}
