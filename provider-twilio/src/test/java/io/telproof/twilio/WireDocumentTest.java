package io.telproof.twilio;

import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.testkit.WireDocument;
import io.telproof.testkit.WireDocument.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WireDocumentTest {
  private static final String ERRORS = "error_code, and code of a refusal";

  @Test
  void the_page_in_the_documentation_is_printed_from_the_tables() throws IOException {
    Map<String, CodeTable<?>> swap = new LinkedHashMap<>();
    swap.put("valid", Lookup.valid());
    swap.put("sim_swap", SimSwapLookup.SIM_SWAP);
    swap.put("last_sim_swap", SimSwapLookup.LAST_SIM_SWAP);
    swap.put("swapped_in_period", SimSwapLookup.SWAPPED_IN_PERIOD);
    WireDocument.of(
            lookup(
                LineStatusLookup.offer(),
                "status, in small letters",
                LineStatusLookup.STATUS,
                LineStatusLookup.ERROR_CODE),
            lookup(
                IdentityMatchLookup.offer(),
                "first_name_match, last_name_match, national_id_match, date_of_birth_match",
                IdentityMatchLookup.grades(Grade.EXACT_MATCH),
                IdentityMatchLookup.ERROR_CODE),
            new Operation(
                CreateVerification.offer(true), Map.of(), "code", CreateVerification.CODE),
            new Operation(
                CreateVerificationCheck.offer(true),
                Map.of("status", CreateVerificationCheck.STATUS),
                "code",
                CreateVerificationCheck.CODE),
            lookup(
                ReassignedNumberLookup.offer(),
                "is_number_reassigned",
                ReassignedNumberLookup.IS_NUMBER_REASSIGNED,
                ReassignedNumberLookup.ERROR_CODE),
            new Operation(SimSwapLookup.offer(), swap, ERRORS, SimSwapLookup.ERROR_CODE))
        .assertPrintedIn(Path.of("..", "docs", "wire", "twilio.md"));
  }

  private static Operation lookup(
      Offer offer, String field, CodeTable<?> means, CodeTable<?> errors) {
    Map<String, CodeTable<?>> fields = new LinkedHashMap<>();
    fields.put("valid", Lookup.valid());
    fields.put(field, means);
    return new Operation(offer, fields, ERRORS, errors);
  }
}
