package io.telproof.meta;

import io.telproof.spi.reply.CodeTable;
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
    Map<String, CodeTable<?>> fields = new LinkedHashMap<>();
    fields.put(
        "code_verification_status, else verification_status", PreverifiedNumbers.VERIFICATION);
    fields.put("error_subcode, of the codes 102 and 190", GraphErrors.tokenSubcodes());
    fields.put("error_subcode, of the code 100", GraphErrors.parameterSubcodes());
    WireDocument.of(
            new Operation(
                PreverifiedNumbers.offer(), fields, "code of an error", GraphErrors.codes()))
        .assertPrintedIn(Path.of("..", "docs", "wire", "meta.md"));
  }
}
